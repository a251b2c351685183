import { isIme } from '../keys/ime.ts';

export type TreeCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'pageDown'
  | 'pageUp'
  | 'unfold'
  | 'fold'
  | 'unfoldAll'
  | 'open'
  | 'select'
  | 'extendDown'
  | 'extendUp'
  | 'rename'
  | 'remove'
  | 'moveUp'
  | 'moveDown'
  | 'connect'
  | 'menu';

const plain: Readonly<Record<string, TreeCommand>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  ArrowRight: 'unfold',
  ArrowLeft: 'fold',
  '*': 'unfoldAll',
  Enter: 'open',
  ' ': 'select',
  F2: 'rename',
  Delete: 'remove',
  ContextMenu: 'menu',
};
const withShift: Readonly<Record<string, TreeCommand>> = {
  ArrowDown: 'extendDown',
  ArrowUp: 'extendUp',
  F10: 'menu',
  '*': 'unfoldAll',
};
const withAlt: Readonly<Record<string, TreeCommand>> = {
  ArrowUp: 'moveUp',
  ArrowDown: 'moveDown',
  Enter: 'connect',
};

type KeyFacts = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'> & {
  which?: number;
};

/** What a key does in the outline (the keys of a tree by WAI-ARIA, and those of the draft); null for any other. */
export function treeCommandOf(event: KeyFacts): TreeCommand | null {
  if (isIme(event) || event.ctrlKey || event.metaKey) return null;
  const keys = event.altKey ? withAlt : event.shiftKey ? withShift : plain;
  return keys[event.key] ?? null;
}

/** A key that begins or goes on with a name looked for by typing. */
export function isTyped(event: KeyFacts): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  return !isIme(event) && !ctrlKey && !metaKey && !altKey && key.length === 1 && key !== '?';
}
