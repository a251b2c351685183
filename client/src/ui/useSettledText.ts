import { useRef } from 'react';
import type { ChangeEvent, CompositionEvent } from 'react';

type Input = HTMLInputElement;

/** Handlers of an input that is searched as one types: half-typed Japanese is no word to search for, and is told when it is done. */
export function useSettledText(onText: (text: string) => void) {
  const composing = useRef(false);
  return {
    onChange: (event: ChangeEvent<Input>) => {
      if (!composing.current) onText(event.currentTarget.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Input>) => {
      composing.current = false;
      onText(event.currentTarget.value);
    },
  };
}
