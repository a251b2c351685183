import { isIme } from '../keys/ime.ts';

export type CanvasCommand =
  { name: 'nudge'; dx: number; dy: number } | { name: 'fit' | 'selection' | 'actual' | 'tidy' };

const gridPx = 10;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const withShift: Readonly<Record<string, 'fit' | 'selection' | 'actual' | 'tidy'>> = {
  Digit1: 'fit',
  Digit2: 'selection',
  Digit0: 'actual',
  KeyL: 'tidy',
};

type KeyFacts = Pick<
  KeyboardEvent,
  'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
> & { which?: number };

/** What a key does on the map, by its place on the keyboard; null while an input method composes. */
export function canvasCommandOf(event: KeyFacts): CanvasCommand | null {
  if (isIme(event) || event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrow = arrows[event.code];
  const by = gridPx * (event.shiftKey ? 5 : 1);
  if (arrow !== undefined) return { name: 'nudge', dx: arrow[0] * by, dy: arrow[1] * by };
  const name = event.shiftKey ? withShift[event.code] : undefined;
  return name === undefined ? null : { name };
}
