import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useEditor, useView } from '../session/context.ts';
import type { FieldPlace } from './fieldPlace.ts';

/** Acts when a finding, a new step or a key asks for this field of the open step. */
export function useFieldWish(place: FieldPlace, act: () => void): void {
  const { view } = useEditor();
  const wish = useView((state) =>
    (place.stepId === null || state.stepId === place.stepId) && state.focusField?.field === place.field
      ? state.focusField
      : null,
  );
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (wish === null) return;
    latest.current();
    view.set({ focusField: null });
  }, [wish, view]);
}

/** Takes the focus when a finding, a new step or a key asks for this field of the open step. */
export function useFieldFocus(place: FieldPlace, element: RefObject<HTMLElement | null>): void {
  useFieldWish(place, () => {
    if (element.current === null) return;
    element.current.focus();
    element.current.scrollIntoView({ block: 'nearest' });
    if (element.current instanceof HTMLInputElement) element.current.select();
  });
}
