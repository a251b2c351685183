import type { CommentThread } from '@daihon/shared/comment';
import type { Script } from '@daihon/shared/script/schema';
import { outlineOf } from '../../session/outline.ts';
import type { CommentDesk } from './commentDesk.ts';

const fieldOrder = ['title', 'say', 'do', 'caution'];

/** Threads in the order in which their words are read: step by step, text by text, from the first character on. */
export function inReadingOrder(
  script: Script,
  desk: CommentDesk,
  threads: readonly CommentThread[],
): CommentThread[] {
  const steps = new Map(outlineOf(script).steps.map(({ id }, index) => [id, index]));
  const keyed = threads.map((thread) => {
    const { stepId, field } = thread.anchor;
    const located = desk.locate(thread);
    const fieldIndex = field === null ? -1 : fieldOrder.indexOf(field);
    return {
      thread,
      step: steps.get(stepId) ?? steps.size,
      field: field !== null && fieldIndex === -1 ? fieldOrder.length : fieldIndex,
      from: located.at === 'range' ? located.from : Number.MAX_SAFE_INTEGER,
    };
  });
  return keyed
    .toSorted(
      (a, b) =>
        a.step - b.step ||
        a.field - b.field ||
        a.from - b.from ||
        a.thread.createdAt.localeCompare(b.thread.createdAt),
    )
    .map(({ thread }) => thread);
}
