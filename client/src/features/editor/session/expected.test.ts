import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Expected } from './expected.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Expected', () => {
  it('lets things run at once while nothing is to come, and in turn when all of it has', () => {
    const expected = new Expected();
    const ran: number[] = [];
    const note = (number: number) => expected.whenCome(() => ran.push(number));
    note(1);
    const [one, other] = [expected.expect(1_000), expected.expect(1_000)];
    note(2);
    note(3);
    one();
    one();
    expect(ran).toEqual([1]);
    other();
    expect(ran).toEqual([1, 2, 3]);
  });

  it('waits no longer than it was told, and not for what has been dropped', () => {
    const expected = new Expected();
    const ran: number[] = [];
    expected.expect(1_000);
    expected.whenCome(() => ran.push(1));
    vi.advanceTimersByTime(1_000);
    expect(ran).toEqual([1]);
    expected.expect(1_000);
    expected.whenCome(() => ran.push(2));
    expected.drop();
    vi.advanceTimersByTime(1_000);
    expect(ran).toEqual([1]);
  });
});
