import { toast } from '../../../../ui/toasts.ts';
import type { UndoResult } from '../draftUndo.ts';
import { say } from './context.ts';
import type { ActionContext } from './context.ts';

/** Undo and redo of this person's own changes, and what is shown of them. */
export function historyActions({ session, view, script, stepOf, open }: ActionContext) {
  const report = (result: UndoResult) => {
    session.ownTargets.clear();
    session.store.refresh();
    if (result === 'overtaken') toast.warning(say('undo.overtaken'));
    if (result === 'shared') toast.warning(say('undo.shared'));
    if (result === 'done') reveal(session.undo.touched);
  };

  /** Opens the step that changed, unless one that did is open already. */
  const reveal = (touched: readonly string[]) => {
    const present = touched.filter((id) => stepOf(id) !== null);
    const openId = view.get().stepId;
    if (openId !== null && present.includes(openId)) return;
    const next = present[0] ?? (stepOf(openId) === null ? (script().start ?? null) : openId);
    if (next !== openId) open(next);
  };

  return {
    undo: () => report(session.undo.undo()),
    redo: () => report(session.undo.redo()),
  };
}
