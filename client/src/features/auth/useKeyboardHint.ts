import { useState } from 'react';
import type { KeyboardEvent } from 'react';

export type KeyboardHint = 'capsLock' | 'ime';

/** Says why a password may not come out as meant: Caps Lock, or an input method that swallows the keys. */
export function useKeyboardHint() {
  const [hint, setHint] = useState<KeyboardHint | null>(null);
  const look = (event: KeyboardEvent<HTMLInputElement>) => setHint(hintOf(event));
  return {
    hint,
    listeners: {
      onKeyDown: look,
      onKeyUp: look,
      onCompositionStart: () => setHint('ime'),
      onBlur: () => setHint(null),
    },
  };
}

function hintOf(event: KeyboardEvent<HTMLInputElement>): KeyboardHint | null {
  // `Process` is what browsers report for a key that the input method took.
  if (event.key === 'Process' || event.nativeEvent.isComposing) return 'ime';
  return event.getModifierState('CapsLock') ? 'capsLock' : null;
}
