import type { CommentThread } from '@daihon/shared/comment';
import type { Person } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import { findNames } from '../../store/accounts.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { findThread } from '../../store/comments.ts';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import type { Context } from '../context.ts';

/** Throws `not_found` for another tenant's script and one in the bin. */
export async function demandCommented(context: Context, scriptId: string): Promise<ScriptRecord> {
  const script = await findScript(context.actor.tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  return script;
}

/** Throws `not_found` when the script has no such thread. */
export async function demandThread(
  context: Context,
  scriptId: string,
  threadId: string,
): Promise<ThreadRecord> {
  const thread = await findThread(context.actor.tenantId, scriptId, threadId);
  if (thread === null || thread.gone) throw new AppError('not_found');
  return thread;
}

/** Threads as they are read: everybody under their present name, the one they had when their account is gone. */
export async function presentThreads(
  tenantId: string,
  threads: readonly ThreadRecord[],
): Promise<CommentThread[]> {
  const names = await findNames(tenantId, threads.flatMap(peopleOf));
  const named = (person: Person): Person => ({ id: person.id, name: names.get(person.id) ?? person.name });
  const perhaps = (person: Person | null) => (person === null ? null : named(person));
  return threads.map(({ gone: _gone, ...thread }) => ({
    ...thread,
    resolvedBy: perhaps(thread.resolvedBy),
    suggestion: thread.suggestion && presentSuggestion(thread.suggestion, perhaps),
    messages: thread.messages.map((message) => ({
      ...message,
      author: named(message.author),
      mentions: message.mentions.map(named),
    })),
    createdAt: thread.createdAt.toISOString(),
    updatedAt: thread.updatedAt.toISOString(),
  }));
}

function presentSuggestion(
  { attempt: _attempt, ...suggestion }: NonNullable<ThreadRecord['suggestion']>,
  named: (person: Person | null) => Person | null,
): CommentThread['suggestion'] {
  return { ...suggestion, by: named(suggestion.by) };
}

/** One thread as it is read. */
export async function presentThread(tenantId: string, thread: ThreadRecord): Promise<CommentThread> {
  const [view] = await presentThreads(tenantId, [thread]);
  if (view === undefined) throw new AppError('not_found');
  return view;
}

/** The entity tag of one message: what an edit must name. */
export function messageTag(revision: number): string {
  return `"m${revision}"`;
}

function peopleOf(thread: ThreadRecord): string[] {
  return [
    thread.resolvedBy?.id ?? [],
    thread.suggestion?.by?.id ?? [],
    thread.messages.flatMap(({ author, mentions }) => [author.id, ...mentions.map(({ id }) => id)]),
  ].flat();
}
