import { describe, expect, it } from 'vitest';
import { shareUnchanged } from './shareUnchanged.ts';

describe('shareUnchanged', () => {
  it('gives back the very same value when nothing changed', () => {
    const before = { steps: [{ id: 'a', title: '1' }], title: 'x' };
    expect(shareUnchanged(before, structuredClone(before))).toBe(before);
  });

  it('keeps the identity of the items that did not change, even when one is inserted above', () => {
    const before = [
      { id: 'a', title: '1' },
      { id: 'b', title: '2' },
    ];
    const after = shareUnchanged(before, [{ id: 'n', title: 'new' }, ...structuredClone(before)]);
    expect(after[1]).toBe(before[0]);
    expect(after[2]).toBe(before[1]);
  });

  it('sees an item that was taken away and a value that became null', () => {
    const before = { items: [{ id: 'a' }, { id: 'b' }], to: 's' as string | null };
    const after = shareUnchanged(before, { items: [{ id: 'a' }], to: null });
    expect(after).toEqual({ items: [{ id: 'a' }], to: null });
    expect(after.items).not.toBe(before.items);
  });
});
