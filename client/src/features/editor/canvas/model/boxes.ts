export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest box around all of these; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Room between a frame and the steps in it, at the top for its title too. */
export const framePadding = { side: 28, top: 56 } as const;

export function frameAround(boxes: readonly Box[]): Box | null {
  const inner = boxAround(boxes);
  if (inner === null) return null;
  const { side, top } = framePadding;
  return {
    x: inner.x - side,
    y: inner.y - top,
    width: inner.width + 2 * side,
    height: inner.height + top + side,
  };
}

const cardSize = { width: 190, height: 64 };
const largestScale = 16;

/** Powers of two, so that what keeps its size on screen is laid out anew only now and then while zooming. */
export function scaleFor(zoom: number): number {
  if (zoom >= 0.75) return 1;
  return Math.min(largestScale, 2 ** Math.ceil(Math.log2(0.75 / zoom)));
}

/** A folded group in the middle of its frame: legible at every zoom, never larger than the frame. */
export function cardIn(frame: Box, scale: number): Box {
  const fit = Math.max(1, Math.min(scale, frame.width / cardSize.width, frame.height / cardSize.height));
  const width = Math.round(cardSize.width * fit);
  const height = Math.round(cardSize.height * fit);
  return {
    x: Math.round(frame.x + (frame.width - width) / 2),
    y: Math.round(frame.y + (frame.height - height) / 2),
    width,
    height,
  };
}
