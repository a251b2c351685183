/** How much of two texts is the same at either end, never overlapping, in code units. Whole characters only: half a surrogate pair is no text. */
export function sameEnds(before: string, after: string): { head: number; tail: number } {
  const older = Array.from(before);
  const newer = Array.from(after);
  const room = Math.min(older.length, newer.length);
  let head = 0;
  while (head < room && older[head] === newer[head]) head += 1;
  let tail = 0;
  while (tail < room - head && older.at(-1 - tail) === newer.at(-1 - tail)) tail += 1;
  return {
    head: older.slice(0, head).join('').length,
    tail: older.slice(older.length - tail).join('').length,
  };
}
