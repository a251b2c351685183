import type { Person } from '@daihon/shared/account';
import type { MentionKind } from '@daihon/shared/comment';
import { mentionedIds } from '@daihon/shared/mentionText';
import { rolesWith } from '@daihon/shared/access';
import { now } from '../../platform/clock.ts';
import { listActiveOfRoles } from '../../store/accounts.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { countUnread, insertMentions } from '../../store/mentions.ts';
import type { Context, Ports } from '../context.ts';

/** Those whom a text mentions: active people of the tenant who may write comments; an id of anybody else is only text. */
export async function peopleMentioned(context: Context, text: string): Promise<Person[]> {
  const ids = mentionedIds(text);
  if (ids.length === 0) return [];
  const people = await listActiveOfRoles(context.actor.tenantId, rolesWith('comment.write'));
  return people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
}

/**
 * Tells the people mentioned, and those who spoke in the thread before (`others`) of the answer; never the one who acts,
 * nobody twice for one message, not even when it is told again.
 */
export async function notify(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  thread: ThreadRecord,
  news: {
    messageId: string | null;
    mentioned: readonly Person[];
    others: readonly Person[];
    kind: MentionKind;
  },
): Promise<void> {
  const { tenantId, accountId } = context.actor;
  const kinds = new Map<string, MentionKind>();
  for (const { id } of news.others) kinds.set(id, news.kind);
  for (const { id } of news.mentioned) kinds.set(id, 'mention');
  kinds.delete(accountId);
  const occasion = news.messageId ?? `${news.kind}.${thread.revision}`;
  await insertMentions(
    tenantId,
    [...kinds].map(([account, kind]) => ({
      id: `${tenantId}.${thread.id}.${occasion}.${account}`,
      accountId: account,
      kind,
      byId: accountId,
      scriptId: thread.scriptId,
      threadId: thread.id,
      messageId: news.messageId,
      at: now(),
      readAt: null,
    })),
  );
  for (const account of kinds.keys()) {
    const unread = await countUnread(tenantId, account);
    ports.facts.emit({ type: 'mentioned', tenantId, accountId: account, unread });
  }
}
