/**
 * The indexes of a longest strictly increasing subsequence of `keys`; null entries are never part of it.
 * Patience sorting, n log n. What is outside of it is what moved.
 */
export function longestIncreasing(keys: readonly (string | number | null)[]): Set<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  keys.forEach((key, index) => {
    if (key === null) return;
    const at = firstNotBelow(tails, keys, key);
    previous[index] = tails[at - 1];
    tails[at] = index;
  });
  const chosen = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) chosen.add(index);
  return chosen;
}

/** The first position in `tails` whose key is not below `key`. */
function firstNotBelow(
  tails: readonly number[],
  keys: readonly (string | number | null)[],
  key: string | number,
): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const tail = keys[tails[middle] ?? -1];
    if (tail !== undefined && tail !== null && tail < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
