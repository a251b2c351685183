import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useEditor, useView } from '../session/context.ts';
import type { FieldPlace } from './fieldPlace.ts';

/** Takes the focus when a finding, a new step or a key asks for this field of the open step. */
export function useFieldFocus(place: FieldPlace, element: RefObject<HTMLElement | null>): void {
  const { view } = useEditor();
  const wish = useView((state) =>
    state.stepId === place.stepId && state.focusField?.field === place.field ? state.focusField : null,
  );
  useEffect(() => {
    if (wish === null || element.current === null) return;
    element.current.focus();
    element.current.scrollIntoView({ block: 'nearest' });
    if (element.current instanceof HTMLInputElement) element.current.select();
    view.set({ focusField: null });
  }, [wish, element, view]);
}
