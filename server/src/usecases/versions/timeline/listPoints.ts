import type { TimelinePoint } from '@daihon/shared/wire/points';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../../store/auditLog.ts';
import { listPoints as findPoints } from '../../../store/draftPoints.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context } from '../../context.ts';
import { demandHistory } from '../versionView.ts';
import { pointView } from './pointView.ts';

/** The points of a draft, newest first; `before`: only older ones. */
export async function listPoints(
  context: Context,
  scriptId: string,
  ask: { before: Date | null; limit: number },
): Promise<Page<TimelinePoint>> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'draft.read');
  const script = await demandHistory(tenantId, scriptId);
  const found = await findPoints(tenantId, scriptId, { to: ask.before, limit: ask.limit + 1 });
  const page = found.slice(0, ask.limit);
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'operation', { action: 'point.list', target, scriptId })]);
  const last = found.length > ask.limit ? page.at(-1) : undefined;
  return { items: page.map(pointView), nextCursor: last === undefined ? null : last.at.toISOString() };
}
