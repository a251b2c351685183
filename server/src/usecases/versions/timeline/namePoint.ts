import { AppError } from '@daihon/shared/errors';
import type { TimelinePoint } from '@daihon/shared/wire/points';
import { record } from '../../../store/auditLog.ts';
import { countNamedPoints, findPoint } from '../../../store/draftPoints.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandHistory } from '../versionView.ts';
import { pointView } from './pointView.ts';

/** Each holds a whole draft. */
const MOST_NAMED = 200;

/** Gives the draft as it stands a name in its timeline; named points stay. Throws `conflict` when a script has 200 of them. */
export async function namePoint(
  ports: Ports,
  context: Context,
  scriptId: string,
  name: string,
): Promise<TimelinePoint> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'script.edit');
  const script = await demandHistory(tenantId, scriptId);
  if ((await countNamedPoints(tenantId, scriptId)) >= MOST_NAMED) {
    throw new AppError('conflict', `A draft has at most ${MOST_NAMED} named points`, {
      members: { reason: 'full' },
    });
  }
  const id = await ports.drafts.point(context, scriptId, { kind: 'named', values: { name } });
  const point = await findPoint(tenantId, scriptId, id);
  if (point === null) throw new AppError('not_found');
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'admin', { action: 'point.create', target, scriptId, detail: { name } })]);
  return pointView(point);
}
