import { choiceActions } from './actions/choices.ts';
import { clipActions } from './actions/clips.ts';
import { actionContext } from './actions/context.ts';
import { foldingActions } from './actions/folding.ts';
import { groupActions } from './actions/groups.ts';
import { historyActions } from './actions/history.ts';
import { placeActions } from './actions/places.ts';
import { removalActions } from './actions/removal.ts';
import { selectionActions } from './actions/selection.ts';
import { stepActions } from './actions/steps.ts';
import type { DraftSession } from './draftSession.ts';
import type { ViewStore } from './view.ts';

export type EditorActions = ReturnType<typeof createActions>;

/** What a person can do with the draft, the same from outline, map, panel and keyboard. */
export function createActions(session: DraftSession, view: ViewStore) {
  const context = actionContext(session, view);
  const steps = stepActions(context);
  return {
    open: context.open,
    ...selectionActions(context),
    ...steps,
    ...removalActions(context, steps),
    ...choiceActions(context),
    ...placeActions(context),
    ...groupActions(context),
    ...foldingActions(context),
    ...clipActions(context),
    ...historyActions(context, steps),
  };
}
