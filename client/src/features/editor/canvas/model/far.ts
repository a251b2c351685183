const legibleZoom = 0.42;

/** Whether the map is too small to read more than names. A selector of the map's own store. */
export function isFar({ transform }: { transform: readonly [number, number, number] }): boolean {
  return transform[2] < legibleZoom;
}
