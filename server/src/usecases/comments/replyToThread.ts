import type { CommentThread, ReplyToThread } from '@daihon/shared/comment';
import { commentLimits } from '@daihon/shared/commentLimits';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { changeThread } from './changeThread.ts';
import { notify, peopleMentioned } from './notify.ts';

/** Adds an answer under the client's own id, once however often it is asked; a resolved thread is open again by it. */
export async function replyToThread(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: { scriptId: string; threadId: string },
  ask: ReplyToThread,
): Promise<CommentThread> {
  const { actor } = context;
  authorise(actor, 'comment.write');
  const author = { id: actor.accountId, name: actor.name };
  const mentions = await peopleMentioned(context, ask.text);
  const { thread, view } = await changeThread(ports, context, place, (before) => {
    const known = before.messages.find(({ id }) => id === ask.id);
    if (known !== undefined) {
      if (known.author.id === author.id) return null;
      throw new AppError('conflict', 'This id is used by another message');
    }
    if (before.messages.length >= commentLimits.messagesPerThread) {
      throw new AppError('conflict', 'This thread has as many messages as it may have');
    }
    const message = { ...ask, author, mentions, at: now().toISOString() };
    const messages = [...before.messages, { ...message, editedAt: null, deleted: false, revision: 1 }];
    // A decided proposal stays decided, whatever is said of it.
    const reopened =
      before.state === 'resolved' && (before.suggestion?.decision ?? 'proposed') === 'proposed';
    return {
      thread: { ...before, messages, ...(reopened ? { state: 'open' as const, resolvedBy: null } : {}) },
      action: 'comment.reply',
      detail: { messageId: ask.id, mentions: mentions.length },
    };
  });
  const others = thread.messages.filter(({ deleted }) => !deleted).map((message) => message.author);
  await notify(ports, context, thread, { messageId: ask.id, mentioned: mentions, others, kind: 'reply' });
  return view;
}
