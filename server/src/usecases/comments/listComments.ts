import { can } from '@daihon/shared/access';
import type { CommentThread } from '@daihon/shared/comment';
import { AppError } from '@daihon/shared/errors';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { listThreads } from '../../store/comments.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandCommented, presentThreads } from './threadView.ts';

/**
 * The threads of a script, oldest first, open and resolved. Who edits sees them beside the draft, which is on record by the
 * draft's own socket; any other look gets a row of its own.
 */
export async function listComments(
  context: Context,
  scriptId: string,
  ask: { cursor: string | null; limit: number },
): Promise<Page<CommentThread>> {
  const { actor } = context;
  authorise(actor, 'comment.read');
  const script = await demandCommented(context, scriptId);
  const rows = await listThreads(actor.tenantId, scriptId, {
    after: ask.cursor === null ? null : openCursor(ask.cursor),
    limit: ask.limit + 1,
  });
  const page = rows.slice(0, ask.limit);
  const last = rows.length > ask.limit ? page.at(-1) : undefined;
  if (!can(actor, 'draft.join')) {
    const target = { type: 'script', id: scriptId, label: script.title };
    const detail = { items: page.length };
    await record([auditNote(context, 'operation', { action: 'comment.list', target, scriptId, detail })]);
  }
  return {
    items: await presentThreads(actor.tenantId, page),
    nextCursor: last === undefined ? null : `${last.createdAt.getTime()}.${last.id}`,
  };
}

function openCursor(cursor: string): { createdAt: Date; id: string } {
  const match = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/u.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/cursor', detail: 'unknown cursor' }],
    });
  }
  return { createdAt: new Date(Number(match[1])), id: match[2] };
}
