import type { CommentThread } from '@daihon/shared/comment';
import { fitnessAt } from '@daihon/shared/script/draft/proposal';
import type { Fitness } from '@daihon/shared/script/draft/proposal';
import * as Y from 'yjs';
import { ApiProblem } from '../../../../wire/http.ts';
import type { DraftSession } from '../../session/draftSession.ts';
import type { CommentDesk } from './commentDesk.ts';
import { locate } from './locate.ts';
import { suggestionOf } from './undoSuggestion.ts';

/** How long colleagues' changes wait at most for the answer to an acceptance. */
const longestWaitMs = 15_000;

/** `undoable`: accepted, and one undo of this person takes the words back. */
export type Acceptance = { fitness: Exclude<Fitness, 'fits'> } | { fitness: 'fits'; undoable: boolean };

/**
 * Accepts a proposal: the server changes the text and then notes the decision, and its change becomes one item of this person's
 * history. `over`: also when the words have changed since. Throws what else the server refuses.
 */
export async function acceptSuggestion(
  session: DraftSession,
  desk: CommentDesk,
  thread: CommentThread,
  over = false,
): Promise<Acceptance> {
  const { gate, holdIn } = session.provider;
  const fitness = fitnessAt(locate(session, thread.anchor), thread.anchor);
  if (fitness === 'lost' || (fitness === 'changed' && !over)) return { fitness };
  // Came the change in with those of colleagues, it would be nobody's to undo here.
  const letIn = holdIn.hold(longestWaitMs);
  const come = session.undo.expected.expect(longestWaitMs);
  try {
    const { edit, ...decided } = await desk.api.accept(thread.id, over);
    desk.take(decided);
    await gate.whenClosed();
    return { fitness: 'fits', undoable: edit !== undefined && takeIn(session, edit, thread.id) };
  } catch (problem) {
    const reason = problem instanceof ApiProblem ? problem.members.reason : null;
    if (reason === 'changed' || reason === 'lost') return { fitness: reason };
    throw problem;
  } finally {
    letIn();
    come();
  }
}

/** Takes what the server has changed in as this session's own edit; false when it is there already. */
function takeIn(session: DraftSession, edit: string, threadId: string): boolean {
  const { manager } = session.undo;
  const before = manager.undoStack.at(-1);
  const update = Uint8Array.from(atob(edit), (letter) => letter.charCodeAt(0));
  // The change may stand on what colleagues have typed just before it.
  session.provider.holdIn.releaseBefore((kept) => carries(kept, update));
  session.edit((doc) => Y.applyUpdate(doc, update, session.origin));
  const made = manager.undoStack.at(-1);
  if (made === undefined || made === before) return false;
  suggestionOf.set(made, threadId);
  return true;
}

/** Whether an update holds, among others, what `edit` does. */
function carries(update: Uint8Array, edit: Uint8Array): boolean {
  const [held, own] = [Y.decodeUpdate(update), Y.decodeUpdate(edit)];
  const [first] = own.structs;
  if (first !== undefined) {
    return held.structs.some(({ id }) => id.client === first.id.client && id.clock >= first.id.clock);
  }
  return [...own.ds.clients].some(([client, ranges]) => {
    const deleted = held.ds.clients.get(client) ?? [];
    return ranges.some(({ clock }) =>
      deleted.some((range) => range.clock <= clock && clock < range.clock + range.len),
    );
  });
}
