import type { Script, Step } from '@daihon/shared/script/schema';
import type { Values } from '../../../../app/i18n.ts';
import { translate } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { unfolded } from '../../panes/folded.ts';
import type { DraftSession } from '../draftSession.ts';
import type { PanelTab, ViewStore } from '../view.ts';

/** What the actions of every noun work with. */
export interface ActionContext {
  session: DraftSession;
  view: ViewStore;
  script: () => Script;
  stepOf: (id: string | null) => Step | null;
  open: (stepId: string | null, field?: string | null) => void;
}

export function actionContext(session: DraftSession, view: ViewStore): ActionContext {
  const script = () => session.store.get().script;
  return {
    session,
    view,
    script,
    stepOf: (id) => script().steps.find((step) => step.id === id) ?? null,
    open: (stepId, field = null) => {
      view.set({
        stepId,
        selected: new Set(stepId === null ? [] : [stepId]),
        // Who reads comments or changes goes on reading them at the next step.
        tab: field === null ? readingTab(view.get().tab) : 'step',
        // What is to be typed in must be in sight.
        folded: field === null ? view.get().folded : unfolded(view, 'panel').folded,
        focusField: field === null ? null : { field, at: Date.now() },
      });
      session.presence.focus(stepId, null);
    },
  };
}

function readingTab(tab: PanelTab): PanelTab {
  return tab === 'comments' || tab === 'changes' ? tab : 'step';
}

export function say(key: string, values?: Values): string {
  return translate(editorMessages, key, values);
}
