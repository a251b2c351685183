import { unfolded } from '../panes/folded.ts';
import type { Editor } from '../session/context.ts';
import type { Hit } from './search.ts';
import { showInPanel } from './useHighlights.ts';

/** Brings what was found into sight; the focus stays where the words are typed. */
export function showHit({ actions, session, view }: Editor, hit: Hit, query: string): void {
  if (hit.stepId !== null) actions.open(hit.stepId);
  else if (hit.place === 'placeholder') view.set({ tab: 'placeholders', ...unfolded(view, 'panel') });
  else if (hit.place === 'interrupt') view.set({ tab: 'interrupts', ...unfolded(view, 'panel') });
  else if (hit.place === 'group') {
    const first = session.store.get().script.steps.find(({ group }) => group === hit.id);
    if (first !== undefined) actions.open(first.id);
  }
  // The texts are drawn a moment after they were asked for.
  requestAnimationFrame(() => requestAnimationFrame(() => showInPanel(query)));
}
