import { unfolded } from '../panes/folded.ts';
import type { MainPane } from '../panes/folded.ts';
import type { ViewStore } from '../session/view.ts';

/** What takes the focus in a pane, the first that there is. */
const places = [
  '[role="treeitem"][tabindex="0"]',
  '[role="application"]',
  '.ProseMirror',
  'input:not([disabled])',
  'button',
];

/** Brings a pane into sight and the focus into it. */
export function focusPane(view: ViewStore, pane: MainPane): void {
  view.set(unfolded(view, pane));
  requestAnimationFrame(() => {
    const region = document.querySelector(`[data-pane="${pane}"]`);
    const inside = places.map((place) => region?.querySelector<HTMLElement>(place));
    inside.find((place) => place != null)?.focus();
  });
}
