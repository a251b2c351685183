import { isIme } from './ime.ts';

export type Command =
  | 'undo'
  | 'redo'
  | 'connected'
  | 'choice'
  | 'duplicate'
  | 'rename'
  | 'group'
  | 'selectAll'
  | 'find'
  | 'findAll'
  | 'palette'
  | 'history'
  | 'up'
  | 'down'
  | 'outline'
  | 'canvas'
  | 'panel'
  | 'outlineAlone'
  | 'canvasAlone'
  | 'panelAlone'
  | 'save'
  | 'publish'
  | 'nextFinding'
  | 'previousFinding'
  | 'comment'
  | 'suggest'
  | 'help'
  | 'close';

interface Stroke {
  code: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
  /** Also while a text is being typed. */
  inText?: boolean;
}

/** By physical key, so that Japanese and other layouts do not move them. Ctrl stands for ⌘ on a Mac too. */
const strokes: readonly (readonly [Command, Stroke])[] = [
  ['undo', { code: 'KeyZ', ctrl: true, inText: true }],
  ['redo', { code: 'KeyZ', ctrl: true, shift: true, inText: true }],
  ['redo', { code: 'KeyY', ctrl: true, inText: true }],
  ['connected', { code: 'Enter', ctrl: true, inText: true }],
  ['choice', { code: 'Enter', ctrl: true, shift: true, inText: true }],
  ['duplicate', { code: 'KeyD', ctrl: true, inText: true }],
  ['group', { code: 'KeyG', ctrl: true }],
  ['selectAll', { code: 'KeyA', ctrl: true }],
  ['find', { code: 'KeyF', ctrl: true, inText: true }],
  ['findAll', { code: 'KeyF', ctrl: true, shift: true, inText: true }],
  ['palette', { code: 'KeyK', ctrl: true, inText: true }],
  ['rename', { code: 'F2', inText: true }],
  ['up', { code: 'ArrowUp', alt: true }],
  ['down', { code: 'ArrowDown', alt: true }],
  ['outline', { code: 'Digit1', alt: true, inText: true }],
  ['canvas', { code: 'Digit2', alt: true, inText: true }],
  ['panel', { code: 'Digit3', alt: true, inText: true }],
  ['outlineAlone', { code: 'Digit1', alt: true, shift: true, inText: true }],
  ['canvasAlone', { code: 'Digit2', alt: true, shift: true, inText: true }],
  ['panelAlone', { code: 'Digit3', alt: true, shift: true, inText: true }],
  ['save', { code: 'KeyS', ctrl: true, inText: true }],
  ['publish', { code: 'KeyP', ctrl: true, alt: true, inText: true }],
  ['history', { code: 'KeyH', ctrl: true, alt: true, shift: true, inText: true }],
  ['comment', { code: 'KeyM', ctrl: true, alt: true, inText: true }],
  ['suggest', { code: 'KeyM', ctrl: true, alt: true, shift: true, inText: true }],
  ['nextFinding', { code: 'F8', inText: true }],
  ['previousFinding', { code: 'F8', shift: true, inText: true }],
  ['close', { code: 'Escape' }],
];

type KeyFacts = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
> & { which?: number };

/**
 * The command of a key; null while an input method composes, and for single keys while a text is being typed or where they
 * are switched off (WCAG 2.1.4).
 */
export function commandOf(event: KeyFacts, inText: boolean, single = true): Command | null {
  if (isIme(event)) return null;
  if (event.key === '?' && !inText) return single ? 'help' : null;
  const ctrl = event.ctrlKey || event.metaKey;
  const found = strokes.find(
    ([, stroke]) =>
      event.code === stroke.code &&
      ctrl === (stroke.ctrl ?? false) &&
      event.shiftKey === (stroke.shift ?? false) &&
      event.altKey === (stroke.alt ?? false) &&
      (!inText || stroke.inText === true),
  );
  return found?.[0] ?? null;
}
