import type { MentionItem } from '@daihon/shared/comment';
import { shownText } from '@daihon/shared/mentionText';
import { AppError } from '@daihon/shared/errors';
import type { Page } from '@daihon/shared/wire/http';
import { findNames } from '../../store/accounts.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { findThreads } from '../../store/comments.ts';
import type { MentionRecord } from '../../store/mentions.ts';
import { countUnread, listMentions as findMentions } from '../../store/mentions.ts';
import { findScriptTitles } from '../../store/scriptLists.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

const EXCERPT_CHARACTERS = 140;

/** What others said to this account, newest first, and how much of it is unread. What was deleted meanwhile is left out. */
export async function listMentions(
  ports: Pick<Ports, 'drafts'>,
  context: Context,
  ask: { cursor: string | null; limit: number },
): Promise<Page<MentionItem> & { unread: number }> {
  const { tenantId, accountId } = context.actor;
  authorise(context.actor, 'comment.write');
  const rows = await findMentions(tenantId, accountId, {
    after: ask.cursor === null ? null : openCursor(ask.cursor),
    limit: ask.limit + 1,
  });
  const page = rows.slice(0, ask.limit);
  const last = rows.length > ask.limit ? page.at(-1) : undefined;
  return {
    items: await present(ports, tenantId, page),
    nextCursor: last === undefined ? null : `${last.at.getTime()}.${last.id}`,
    unread: await countUnread(tenantId, accountId),
  };
}

async function present(
  ports: Pick<Ports, 'drafts'>,
  tenantId: string,
  rows: readonly MentionRecord[],
): Promise<MentionItem[]> {
  const scriptIds = [...new Set(rows.map(({ scriptId }) => scriptId))];
  const threads = await findThreads(
    tenantId,
    rows.map(({ threadId }) => threadId),
  );
  const titles = await findScriptTitles(tenantId, scriptIds);
  const drafts = await ports.drafts.activities(tenantId, scriptIds);
  const names = await findNames(
    tenantId,
    rows.map(({ byId }) => byId),
  );
  return rows.flatMap((row) => {
    const thread = threads.get(row.threadId);
    if (thread === undefined || thread.gone) return [];
    const title = drafts.get(row.scriptId)?.title ?? titles.get(row.scriptId) ?? '';
    const line = { id: row.id, kind: row.kind, scriptId: row.scriptId, threadId: row.threadId };
    return [
      {
        ...line,
        by: { id: row.byId, name: names.get(row.byId) ?? nameIn(thread, row.byId) },
        scriptTitle: title,
        stepId: thread.anchor.stepId,
        stepTitle: thread.anchor.stepTitle,
        excerpt: excerptOf(thread, row.messageId),
        at: row.at.toISOString(),
        read: row.readAt !== null,
      },
    ];
  });
}

/** The message's words; of a decision its reason, else what it was about. */
function excerptOf(thread: ThreadRecord, messageId: string | null): string {
  const message = thread.messages.find(({ id }) => id === messageId);
  const text = message?.text ?? thread.suggestion?.reason ?? '';
  const mentioned = new Map(message?.mentions.map(({ id, name }) => [id, name]));
  const shown = text === '' ? thread.anchor.quote : shownText(text, (id) => mentioned.get(id) ?? '…');
  return Array.from(shown).slice(0, EXCERPT_CHARACTERS).join('');
}

function nameIn(thread: ThreadRecord, accountId: string): string {
  return thread.messages.find(({ author }) => author.id === accountId)?.author.name ?? '';
}

function openCursor(cursor: string): { at: Date; id: string } {
  const match = /^(\d{1,15})\.([A-Za-z0-9_.-]{1,260})$/u.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/cursor', detail: 'unknown cursor' }],
    });
  }
  return { at: new Date(Number(match[1])), id: match[2] };
}
