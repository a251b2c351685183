import type { CommentThread, ThreadState } from '@daihon/shared/comment';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { changeThread } from './changeThread.ts';

/** Marks a thread as dealt with, or takes that back. Asked again it does nothing. */
export async function resolveThread(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: { scriptId: string; threadId: string },
  state: ThreadState,
): Promise<CommentThread> {
  const { actor } = context;
  authorise(actor, 'comment.write');
  const resolvedBy = state === 'resolved' ? { id: actor.accountId, name: actor.name } : null;
  const { view } = await changeThread(ports, context, place, (before) =>
    before.state === state
      ? null
      : {
          thread: { ...before, state, resolvedBy },
          action: state === 'resolved' ? 'comment.resolve' : 'comment.reopen',
        },
  );
  return view;
}
