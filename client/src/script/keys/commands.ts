/** What a key asks for. Numbers count from 1 as the badges do. */
export type Command =
  | { kind: 'choose'; number: number }
  | { kind: 'return' }
  | {
      kind:
        | 'next'
        | 'leaveField'
        | 'back'
        | 'search'
        | 'memo'
        | 'help'
        | 'interrupts'
        | 'field'
        | 'acceptUpdate'
        | 'acknowledge'
        | 'copy';
    };

/** The facts of a keyboard event that count. */
export interface Key {
  code: string;
  keyCode: number;
  isComposing: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

export interface Place {
  /** The caret is in something that takes text. */
  typing: boolean;
  /** The focus is on something that Enter itself works on: a button, a link. */
  pressable: boolean;
  /** Keys without Alt or Ctrl count (WCAG 2.1.4: they can be switched off). */
  singleKeys: boolean;
}

/**
 * The command of a key, or null when it is none: while a word is being composed, in a field, with other modifiers. By the place of
 * the key and not by what it types, so that it works with the Japanese input on and on every layout.
 */
export function commandOf(key: Key, place: Place): Command | null {
  if (isIme(key) || key.metaKey) return null;
  if (key.code === 'Escape') return place.typing ? { kind: 'leaveField' } : null;
  if (key.ctrlKey) return key.altKey && key.code === 'KeyC' ? { kind: 'copy' } : null;
  if (key.altKey) return withAlt(key);
  if (place.typing || !place.singleKeys) return place.typing ? null : unmodified(key, place, alwaysOn);
  return unmodified(key, place, everyKey);
}

/** 229: the key went to the input method, also on browsers that say nothing of composing at its first key. */
export function isIme(key: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  return key.isComposing || key.keyCode === 229;
}

const altKeys: Readonly<Record<string, Command>> = {
  KeyU: { kind: 'acceptUpdate' },
  KeyK: { kind: 'acknowledge' },
  KeyN: { kind: 'memo' },
  KeyM: { kind: 'memo' },
  KeyS: { kind: 'search' },
  KeyF: { kind: 'field' },
  KeyI: { kind: 'interrupts' },
};

function withAlt(key: Key): Command | null {
  const number = digitOf(key.code);
  if (number === 0) return { kind: 'return' };
  return number === null ? (altKeys[key.code] ?? null) : { kind: 'choose', number };
}

/** Not characters: they stay when single-key shortcuts are off. */
const alwaysOn: Readonly<Record<string, Command>> = {
  Enter: { kind: 'next' },
  NumpadEnter: { kind: 'next' },
  PageUp: { kind: 'back' },
  PageDown: { kind: 'next' },
};

const everyKey: Readonly<Record<string, Command>> = {
  ...alwaysOn,
  Backspace: { kind: 'back' },
  Slash: { kind: 'search' },
  NumpadDivide: { kind: 'search' },
  KeyM: { kind: 'memo' },
  KeyI: { kind: 'interrupts' },
  KeyF: { kind: 'field' },
};

function unmodified(key: Key, place: Place, keys: Readonly<Record<string, Command>>): Command | null {
  if (keys === everyKey) {
    const number = digitOf(key.code);
    if (number !== null && !key.shiftKey)
      return number === 0 ? { kind: 'return' } : { kind: 'choose', number };
    if (key.shiftKey) return key.code === 'Slash' ? { kind: 'help' } : null;
  }
  const command = Object.hasOwn(keys, key.code) ? keys[key.code] : undefined;
  if (command === undefined || key.shiftKey) return null;
  return command.kind === 'next' && key.code !== 'PageDown' && place.pressable ? null : command;
}

/** The digit of the row above the letters or of the number pad. */
function digitOf(code: string): number | null {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}
