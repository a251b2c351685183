import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useEditor } from './context.ts';

/** Opens the step that the address names (`?step=`), else where the call starts. */
export function useFirstStep(): void {
  const { session, view, actions } = useEditor();
  const [search] = useSearchParams();
  const wished = search.get('step');
  useEffect(() => {
    if (view.get().stepId !== null) return;
    const { steps, start } = session.store.get().script;
    const known = steps.find(({ id }) => id === wished)?.id;
    actions.open(known ?? start ?? steps[0]?.id ?? null);
  }, [session, view, actions, wished]);
}
