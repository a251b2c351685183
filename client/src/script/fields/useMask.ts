import { useState } from 'react';
import type { FieldValue } from '@daihon/shared/call';
import { maskText } from '@daihon/shared/script/mask/maskText';
import type { Field } from '@daihon/shared/script/schema';

export interface MaskHold {
  /** There is something hidden, or shown for a moment. */
  active: boolean;
  held: boolean;
  hold: (on: boolean) => void;
  /** The field is being typed into. */
  open: () => void;
  close: () => void;
  /** The text as it stands on the screen now. */
  shown: (text: string) => string;
}

/** A masked field is open while it is typed into and while somebody holds 表示. */
export function useMask({ mask }: Field, value: FieldValue | undefined): MaskHold {
  const [typing, setTyping] = useState(false);
  const [held, hold] = useState(false);
  return {
    active: mask !== undefined && value !== undefined && value !== '' && !typing,
    held,
    hold,
    open: () => setTyping(true),
    close: () => setTyping(false),
    shown: (text) => (mask === undefined || typing || held ? text : maskText(text, mask)),
  };
}
