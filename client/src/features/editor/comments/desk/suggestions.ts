import { setStep } from '@daihon/shared/script/draft/edit';
import { setChoice } from '@daihon/shared/script/draft/editItems';
import { readContent } from '@daihon/shared/script/draft/content';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { replaceText } from '@daihon/shared/script/replaceText';
import type { CommentThread } from '@daihon/shared/comment';
import type { Doc } from 'yjs';
import type { DraftSession } from '../../session/draftSession.ts';
import type { CommentDesk } from './commentDesk.ts';
import { choiceOf, locate, roleOf } from './locate.ts';

/** `changed`: other words stand there now, so a person has to choose. `lost`: nothing stands there any more. */
export type Fitness = 'fits' | 'changed' | 'lost';

/** Whether a proposal is still about the words that stand in the draft. */
export function fitnessOf(session: DraftSession, thread: CommentThread): Fitness {
  const located = locate(session, thread.anchor);
  if (located.at === 'lost' || located.at === 'step') return 'lost';
  return located.text === thread.anchor.quote ? 'fits' : 'changed';
}

/**
 * Accepts a proposal: the server decides who was first, then the text is changed as this person's own edit, which one undo takes
 * back. `over`: also when the words have changed since. Throws what the server refuses.
 */
export async function acceptSuggestion(
  session: DraftSession,
  desk: CommentDesk,
  thread: CommentThread,
  over = false,
): Promise<Fitness> {
  const allowed = (fitness: Fitness) => fitness === 'fits' || (fitness === 'changed' && over);
  const before = fitnessOf(session, thread);
  if (!allowed(before)) return before;
  desk.take(await desk.api.decide(thread.id, 'accepted'));
  const now = fitnessOf(session, thread);
  if (!allowed(now)) {
    // A colleague wrote there while the server was asked.
    desk.take(await desk.api.decide(thread.id, 'proposed'));
    return now;
  }
  session.edit((doc) => applyTo(doc, session, thread));
  session.undo.manager.undoStack.at(-1)?.meta.set(metaKey, thread.id);
  return 'fits';
}

const metaKey = 'suggestion';

/** Undoing the edit of an accepted proposal puts the proposal up again, redoing it accepts it again. */
export function followUndo(session: DraftSession, desk: CommentDesk): () => void {
  const { manager } = session.undo;
  const popped = ({
    stackItem,
    type,
  }: {
    stackItem: { meta: Map<unknown, unknown> };
    type: 'undo' | 'redo';
  }) => {
    const threadId = stackItem.meta.get(metaKey);
    if (typeof threadId !== 'string') return;
    const other = type === 'undo' ? manager.redoStack : manager.undoStack;
    other.at(-1)?.meta.set(metaKey, threadId);
    desk.api.decide(threadId, type === 'undo' ? 'proposed' : 'accepted').then(desk.take, () => undefined);
  };
  manager.on('stack-item-popped', popped);
  return () => manager.off('stack-item-popped', popped);
}

function applyTo(doc: Doc, session: DraftSession, { anchor, suggestion }: CommentThread): void {
  const located = locate(session, anchor);
  if (suggestion === null) return;
  const { stepId, field } = anchor;
  const role = roleOf(field);
  const choiceId = choiceOf(field);
  const { replacement } = suggestion;
  if (role !== null && located.at === 'range') {
    const fragment = stepFragment(doc, stepId, role);
    if (fragment === null) return;
    const content = replaceText(readContent(fragment), located.from, located.to, replacement);
    writeContent(fragment, content);
  } else if (field === 'title') setStep(doc, stepId, { title: replacement }, session.origin);
  else if (choiceId !== null) setChoice(doc, stepId, choiceId, { label: replacement }, session.origin);
}
