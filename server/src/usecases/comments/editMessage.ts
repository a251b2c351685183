import type { CommentMessage, CommentThread, EditMessage } from '@daihon/shared/comment';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { changeThread } from './changeThread.ts';
import { notify, peopleMentioned } from './notify.ts';
import { messageTag } from './threadView.ts';

export interface MessagePlace {
  scriptId: string;
  threadId: string;
  messageId: string;
}

/** Changes one's own message; who is newly mentioned is told. Throws `conflict` when it changed since `ifMatch`. */
export async function editMessage(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: MessagePlace,
  ask: EditMessage,
  ifMatch: string | null,
): Promise<CommentThread> {
  authorise(context.actor, 'comment.write');
  const mentions = await peopleMentioned(context, ask.text);
  let before: CommentMessage['mentions'] = [];
  const { thread, view } = await changeThread(ports, context, place, (standing) => {
    const message = demandOwn(context, standing, place.messageId, ifMatch);
    if (message.deleted) throw new AppError('not_found');
    before = message.mentions;
    if (message.text === ask.text) return null;
    const edited = { ...message, text: ask.text, mentions, editedAt: now().toISOString() };
    return {
      thread: withMessage(standing, edited),
      action: 'comment.edit',
      detail: { messageId: message.id },
    };
  });
  const fresh = mentions.filter(({ id }) => !before.some((person) => person.id === id));
  await notify(ports, context, thread, {
    messageId: place.messageId,
    mentioned: fresh,
    others: [],
    kind: 'reply',
  });
  return view;
}

/**
 * Takes one's own words back: the message keeps its place, its text is gone from the store. A thread in which nothing is left
 * is no longer shown.
 */
export async function deleteMessage(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: MessagePlace,
  ifMatch: string | null,
): Promise<CommentThread> {
  authorise(context.actor, 'comment.write');
  const { view } = await changeThread(ports, context, place, (standing) => {
    const message = demandOwn(context, standing, place.messageId, ifMatch);
    if (message.deleted) return null;
    const emptied = { ...message, text: '', mentions: [], deleted: true };
    const thread = withMessage(standing, emptied);
    const left = thread.messages.some(({ deleted }) => !deleted);
    // An answered or decided proposal stays on record although its words are gone.
    const gone = !left && (thread.suggestion === null || thread.suggestion.decision === 'proposed');
    return { thread: { ...thread, gone }, action: 'comment.delete', detail: { messageId: message.id } };
  });
  return view;
}

/** Another's message is `forbidden`, an unknown one `not_found`. */
function demandOwn(
  { actor }: Context,
  thread: ThreadRecord,
  messageId: string,
  ifMatch: string | null,
): CommentMessage {
  const message = thread.messages.find(({ id }) => id === messageId);
  if (message === undefined) throw new AppError('not_found');
  if (message.author.id !== actor.accountId) throw new AppError('forbidden');
  if (ifMatch !== null && ifMatch !== messageTag(message.revision)) throw new AppError('conflict');
  return message;
}

function withMessage(thread: ThreadRecord, changed: CommentMessage): ThreadRecord {
  const next = { ...changed, revision: changed.revision + 1 };
  return {
    ...thread,
    messages: thread.messages.map((message) => (message.id === changed.id ? next : message)),
  };
}
