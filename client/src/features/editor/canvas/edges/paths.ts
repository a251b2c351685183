export interface EdgeEnds {
  sourceX: number;
  sourceY: number;
  targetX: number;
  targetY: number;
}

export interface EdgePath {
  path: string;
  labelX: number;
  labelY: number;
}

/** Room that a way back needs to turn round, and how far ways back stand apart. */
const turnPx = 90;
const apartPx = 14;

/** A curve to the right; ways back swing out below what they pass, each at a distance of its own (`lane`). */
export function pathBetween({ sourceX, sourceY, targetX, targetY }: EdgeEnds, lane = 0): EdgePath {
  if (targetX > sourceX + 12) {
    const bend = Math.max(40, (targetX - sourceX) / 2);
    return cubic(sourceX, sourceY, sourceX + bend, sourceY, targetX - bend, targetY, targetX, targetY);
  }
  const out = turnPx + lane * apartPx + (sourceX - targetX) * 0.08;
  const isLevel = Math.abs(sourceY - targetY) < 240;
  const below = isLevel ? Math.max(sourceY, targetY) + 140 + lane * apartPx : null;
  return cubic(
    sourceX,
    sourceY,
    sourceX + out,
    below ?? sourceY + Math.sign(targetY - sourceY) * 60,
    targetX - out,
    below ?? targetY - Math.sign(targetY - sourceY) * 60,
    targetX,
    targetY,
  );
}

/** Of a few lanes the one of this edge, the same on every screen. */
export function laneOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % 5;
}

function cubic(
  ...[x0, y0, x1, y1, x2, y2, x3, y3]: [number, number, number, number, number, number, number, number]
): EdgePath {
  return {
    path: `M${x0},${y0} C${x1},${y1} ${x2},${y2} ${x3},${y3}`,
    labelX: (x0 + 3 * x1 + 3 * x2 + x3) / 8,
    labelY: (y0 + 3 * y1 + 3 * y2 + y3) / 8,
  };
}
