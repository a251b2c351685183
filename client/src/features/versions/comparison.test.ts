import { describe, expect, it } from 'vitest';
import { readComparison, restorable } from './comparison.ts';

const versions = [{ number: 3 }, { number: 2 }, { number: 1 }];
const read = (address: string) => readComparison(new URLSearchParams(address), versions);

describe('which two versions are compared', () => {
  it('is the newest with the one before it when the address says nothing', () => {
    expect(read('')).toEqual({ from: 2, to: 3 });
  });
  it('is the chosen one with the one before it', () => {
    expect(read('b=2')).toEqual({ from: 1, to: 2 });
    expect(read('b=draft')).toEqual({ from: 3, to: 'draft' });
  });
  it('is exactly the two that the address names, in its order', () => {
    expect(read('a=3&b=1')).toEqual({ from: 3, to: 1 });
  });
  it('starts from the one that is read by itself', () => {
    expect(read('v=2')).toEqual({ from: 1, to: 2 });
  });
  it('never compares a version with itself', () => {
    expect(read('a=2&b=2')).toEqual({ from: 1, to: 2 });
  });
  it('has nothing before the first', () => {
    expect(read('b=1')).toEqual({ from: null, to: 1 });
    expect(readComparison(new URLSearchParams(), [])).toBeNull();
  });
  it('offers the versions on the page for restoring', () => {
    expect(restorable({ from: 1, to: 2 })).toEqual([1, 2]);
    expect(restorable({ from: 3, to: 'draft' })).toEqual([3]);
    expect(restorable({ from: null, to: 1 })).toEqual([1]);
  });
});
