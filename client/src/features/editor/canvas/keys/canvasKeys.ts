import { isIme } from '../../keys/ime.ts';

type Plain =
  | 'fit'
  | 'selection'
  | 'full'
  | 'start'
  | 'tidy'
  | 'minimap'
  | 'fold'
  | 'next'
  | 'previous'
  | 'open'
  | 'remove'
  | 'menu';
export type CanvasCommand = { name: 'nudge'; dx: number; dy: number } | { name: Plain };

const gridPx = 10;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const withShift: Readonly<Record<string, Plain>> = {
  Digit1: 'fit',
  Digit2: 'selection',
  Digit3: 'start',
  Digit0: 'full',
  KeyL: 'tidy',
  Tab: 'previous',
  F10: 'menu',
};
const alone: Readonly<Record<string, Plain>> = {
  KeyM: 'minimap',
  KeyF: 'fold',
  Tab: 'next',
  Enter: 'open',
  Delete: 'remove',
  Backspace: 'remove',
  ContextMenu: 'menu',
};

type KeyFacts = Pick<
  KeyboardEvent,
  'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
> & { which?: number };

/** Characters are no commands where single keys are switched off (WCAG 2.1.4). */
const character = /^(?:Key|Digit)/u;

/** What a key does on the map, by its place on the keyboard; null while an input method composes. */
export function canvasCommandOf(event: KeyFacts, single = true): CanvasCommand | null {
  if (isIme(event) || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (!single && character.test(event.code)) return null;
  const arrow = arrows[event.code];
  const by = gridPx * (event.shiftKey ? 5 : 1);
  if (arrow !== undefined) return { name: 'nudge', dx: arrow[0] * by, dy: arrow[1] * by };
  const name = (event.shiftKey ? withShift : alone)[event.code];
  return name === undefined ? null : { name };
}
