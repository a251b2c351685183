import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { longestIncreasing } from '../longestIncreasing.ts';
import type { DraftMap } from './layout.ts';
import { orderOf } from './layout.ts';

/**
 * Gives the items the order of `sequence` with as few writes as can be: keys that already rise stay, the others get keys
 * between their neighbours. Equal and broken keys are put right on the way (two inserts at one gap get equal keys, and
 * nothing fits between them). Items named in `placed` get a new key in any case, so a move writes the moved item.
 */
export function arrange(
  sequence: readonly (readonly [string, DraftMap])[],
  placed: ReadonlySet<string>,
): void {
  const keys = sequence.map(([id, item]) => (placed.has(id) ? null : usableKey(orderOf(item))));
  const kept = longestIncreasing(keys);
  let index = 0;
  while (index < sequence.length) {
    if (kept.has(index)) {
      index += 1;
      continue;
    }
    const from = index;
    while (index < sequence.length && !kept.has(index)) index += 1;
    const fresh = generateNKeysBetween(keys[from - 1] ?? null, keys[index] ?? null, index - from);
    fresh.forEach((key, offset) => sequence[from + offset]?.[1].set('order', key));
  }
}

/** `sequence` without `id`, then `id` before `beforeId`, or at the end when that is null or not there. */
export function placeBefore(
  sequence: readonly (readonly [string, DraftMap])[],
  moved: readonly [string, DraftMap],
  beforeId: string | null,
): (readonly [string, DraftMap])[] {
  const rest = sequence.filter(([id]) => id !== moved[0]);
  const at = rest.findIndex(([id]) => id === beforeId);
  return at === -1 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)];
}

function usableKey(key: string): string | null {
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    return null;
  }
}
