import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import { record } from '../../../store/auditLog.ts';
import type { PointHead } from '../../../store/draftPoints.ts';
import { claimPointUndo, findPoint, releasePointUndo } from '../../../store/draftPoints.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandHistory, demandVersionScript } from '../versionView.ts';
import { demandPoint, pointView } from './pointView.ts';

/**
 * Takes back the restore that a point was set before, again as an edit: what anybody changed since stays, and is named in `kept`.
 * Throws `not_found`, and `conflict` when it was taken back already.
 */
export async function undoRestore(
  ports: Ports,
  context: Context,
  { scriptId, pointId }: { scriptId: string; pointId: string },
): Promise<{ kept: string[]; pointId: string }> {
  const { tenantId, accountId } = context.actor;
  authorise(context.actor, 'script.edit');
  const script = await demandHistory(tenantId, scriptId);
  const point = await findPoint(tenantId, scriptId, pointId);
  if (point === null) throw new AppError('not_found');
  if (!pointView(point).undoable) throw new AppError('conflict');
  const target = await restoredBy(ports, tenantId, scriptId, point);
  if (!(await claimPointUndo(tenantId, pointId, accountId))) throw new AppError('conflict');
  const { stepId = null } = point.label.values;
  const label = { kind: 'undo' as const, values: point.label.values };
  const undone = await ports.drafts
    .undoRestore(context, scriptId, pointId, { target, stepId, label })
    .catch(async (error: unknown) => {
      await releasePointUndo(tenantId, pointId);
      throw error;
    });
  if (undone === null) throw new AppError('not_found');
  const detail = { point: pointId, kept: undone.kept.length, ...(stepId === null ? {} : { stepId }) };
  const place = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'admin', { action: 'restore.undo', target: place, scriptId, detail })]);
  return undone;
}

/** What was brought into the draft after this point. */
async function restoredBy(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  { label: { kind, values } }: PointHead,
): Promise<Script> {
  if (kind === 'restore') return demandVersionScript(tenantId, scriptId, Number(values.version));
  return (await demandPoint(ports, tenantId, scriptId, values.pointId ?? '')).script;
}
