import type { CommentThread, StartThread } from '@daihon/shared/comment';
import { commentLimits } from '@daihon/shared/commentLimits';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { countThreads, findThread, insertThread } from '../../store/comments.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { noteThread } from './changeThread.ts';
import { notify, peopleMentioned } from './notify.ts';
import { demandCommented, presentThread } from './threadView.ts';

/**
 * Begins a thread under the client's own id; the same ask again gives the same thread. Throws `conflict` for an id that is
 * used otherwise and when the script has as many threads as it may.
 */
export async function startThread(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptId: string,
  ask: StartThread,
): Promise<{ view: CommentThread; fresh: boolean }> {
  const { actor } = context;
  authorise(actor, 'comment.write');
  const script = await demandCommented(context, scriptId);
  const known = await findThread(actor.tenantId, scriptId, ask.id);
  if (known === null && (await countThreads(actor.tenantId, scriptId)) >= commentLimits.threadsPerScript) {
    throw new AppError('conflict', 'This script has as many comment threads as it may have');
  }
  const mentioned = await peopleMentioned(context, ask.text);
  const made = newThread(context, scriptId, ask, mentioned);
  const fresh = known === null && (await insertThread(actor.tenantId, made));
  const thread = fresh ? made : await findThread(actor.tenantId, scriptId, ask.id);
  if (!isSame(thread, made)) throw new AppError('conflict', 'This id is used by another thread');
  if (fresh) {
    const kind = ask.suggestion === null ? 'comment' : 'suggestion';
    const detail = { field: ask.anchor.field, mentions: mentioned.length };
    await noteThread(ports, context, script.title, thread, { action: `${kind}.start`, detail });
  }
  await notify(ports, context, thread, {
    messageId: ask.messageId,
    mentioned,
    others: [],
    kind: 'reply',
  });
  return { view: await presentThread(actor.tenantId, thread), fresh };
}

function newThread(
  { actor }: Context,
  scriptId: string,
  ask: StartThread,
  mentions: ThreadRecord['messages'][number]['mentions'],
): ThreadRecord {
  const at = now();
  const author = { id: actor.accountId, name: actor.name };
  const first = { id: ask.messageId, author, text: ask.text, mentions, at: at.toISOString() };
  return {
    id: ask.id,
    scriptId,
    anchor: ask.anchor,
    state: 'open',
    gone: false,
    resolvedBy: null,
    suggestion: ask.suggestion && {
      replacement: ask.suggestion.replacement,
      decision: 'proposed',
      by: null,
      at: null,
      reason: '',
    },
    messages: [{ ...first, editedAt: null, deleted: false, revision: 1 }],
    createdAt: at,
    updatedAt: at,
    revision: 1,
  };
}

function isSame(thread: ThreadRecord | null, made: ThreadRecord): thread is ThreadRecord {
  const [first, mine] = [thread?.messages[0], made.messages[0]];
  return first !== undefined && first.id === mine?.id && first.author.id === mine.author.id;
}
