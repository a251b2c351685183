import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import type { TimelinePoint } from '@daihon/shared/wire/points';
import type { PointHead } from '../../../store/draftPoints.ts';
import { findPoint } from '../../../store/draftPoints.ts';
import type { Ports } from '../../context.ts';

export function pointView(point: PointHead): TimelinePoint {
  const { id, label, accountName, at, takenBack } = point;
  const undoable = (label.kind === 'restore' || label.kind === 'pointRestore') && !takenBack;
  return { id, ...label, by: accountName, at: at.toISOString(), undoable };
}

/** Throws `not_found` for a point that this script does not have, or no longer. */
export async function demandPoint(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  pointId: string,
): Promise<{ head: PointHead; script: Script }> {
  const head = await findPoint(tenantId, scriptId, pointId);
  const script = head === null ? null : await ports.drafts.pointScript(tenantId, scriptId, pointId);
  if (head === null || script === null) throw new AppError('not_found');
  return { head, script };
}
