import type { CommentThread } from '@daihon/shared/comment';
import type { Located } from '@daihon/shared/script/draft/proposal';
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../../../../wire/session.ts';
import { useEditor } from '../../session/context.ts';
import { useStore } from '../../session/store.ts';
import type { DeskState, ThreadFilter } from './commentDesk.ts';
import { commentActions } from './commentActions.ts';

export function useDesk<P>(part: (state: DeskState) => P): P {
  return useStore(useEditor().comments, part);
}

export function useCommentActions() {
  const editor = useEditor();
  return useMemo(() => commentActions(editor), [editor]);
}

/** Where a thread's words stand, as the draft changes. */
export function useLocated(thread: CommentThread): Located {
  const { session, comments } = useEditor();
  return useSyncExternalStore(session.store.subscribe, () => comments.locate(thread));
}

/** How many open threads a step has; of the whole script with null. */
export function useOpenCount(stepId: string | null): number {
  return useDesk(
    ({ threads }) =>
      threads.filter(({ state, anchor }) => state === 'open' && (stepId === null || anchor.stepId === stepId))
        .length,
  );
}

/** The threads that the filter shows, whatever step they are of. */
export function useFiltered(): readonly CommentThread[] {
  const { id } = useSession();
  const threads = useDesk((state) => state.threads);
  const filter = useDesk((state) => state.filter);
  const activeId = useDesk((state) => state.activeId);
  return useMemo(
    () => threads.filter((thread) => thread.id === activeId || shows(filter, thread, id)),
    [threads, filter, activeId, id],
  );
}

function shows(filter: ThreadFilter, thread: CommentThread, ownId: string): boolean {
  if (filter === 'resolved') return thread.state === 'resolved';
  if (thread.state === 'resolved') return false;
  return filter === 'open' || isFor(thread, ownId);
}

/** Somebody mentions this person, or answered in a thread of theirs. */
function isFor({ messages }: CommentThread, ownId: string): boolean {
  const mentioned = messages.some(({ mentions }) => mentions.some(({ id }) => id === ownId));
  const spoke = messages.findIndex(({ author }) => author.id === ownId);
  return mentioned || (spoke !== -1 && messages.slice(spoke).some(({ author }) => author.id !== ownId));
}
