/**
 * The index pairs of a longest common subsequence of two lists, rising in both. Equal ends are taken first; the quadratic
 * part runs over what is between, which for two versions of a script is short.
 */
export function matchPairs<A, B>(
  before: readonly A[],
  after: readonly B[],
  same: (a: A, b: B) => boolean,
): (readonly [number, number])[] {
  const sameAt = (i: number, j: number): boolean => {
    const a = before[i];
    const b = after[j];
    return a !== undefined && b !== undefined && same(a, b);
  };
  let start = 0;
  while (start < before.length && start < after.length && sameAt(start, start)) start += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - start;
  while (tail < room && sameAt(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  pairs.push(...middlePairs(start, before.length - tail, after.length - tail, sameAt));
  for (let back = tail; back > 0; back -= 1) pairs.push([before.length - back, after.length - back]);
  return pairs;
}

function middlePairs(
  start: number,
  beforeEnd: number,
  afterEnd: number,
  sameAt: (i: number, j: number) => boolean,
): [number, number][] {
  const width = afterEnd - start + 1;
  const lengths = new Uint32Array((beforeEnd - start + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - start) * width + (j - start)] ?? 0;
  for (let i = beforeEnd - 1; i >= start; i -= 1) {
    for (let j = afterEnd - 1; j >= start; j -= 1) {
      lengths[(i - start) * width + (j - start)] = sameAt(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = start;
  let j = start;
  while (i < beforeEnd && j < afterEnd) {
    if (sameAt(i, j) && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
