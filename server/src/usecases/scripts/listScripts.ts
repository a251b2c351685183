import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { listScripts as findScripts } from '../../store/scriptLists.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { summarise } from './scriptView.ts';

/** Newest change first; agents see only what is out. Throws `bad_input` for a cursor that this list did not give. */
export async function listScripts(
  ports: Ports,
  context: Context,
  ask: { cursor: string | null; limit: number },
): Promise<Page<ScriptSummary>> {
  const { actor } = context;
  authorise(actor, 'script.list');
  const rows = await findScripts(actor.tenantId, {
    publishedOnly: !can(actor, 'version.history'),
    after: ask.cursor === null ? null : openCursor(ask.cursor),
    limit: ask.limit + 1,
  });
  const page = rows.slice(0, ask.limit);
  const last = rows.length > ask.limit ? page.at(-1) : undefined;
  const items = await summarise(ports, actor, page);
  await record([
    auditNote(context, 'operation', { action: 'script.list', target: null, detail: { items: items.length } }),
  ]);
  return { items, nextCursor: last === undefined ? null : `${last.updatedAt.getTime()}.${last.id}` };
}

function openCursor(cursor: string): { updatedAt: Date; id: string } {
  const match = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/u.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/cursor', detail: 'unknown cursor' }],
    });
  }
  return { updatedAt: new Date(Number(match[1])), id: match[2] };
}
