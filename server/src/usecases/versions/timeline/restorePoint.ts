import { record } from '../../../store/auditLog.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandHistory } from '../versionView.ts';
import { demandState } from './draftState.ts';
import { demandPoint } from './pointView.ts';

/** Brings a point of the timeline, or one step of it, into the live draft as one edit; the point before it takes that back. */
export async function restorePoint(
  ports: Ports,
  context: Context,
  { scriptId, pointId }: { scriptId: string; pointId: string },
  { stepId, state }: { stepId: string | null; state: string | undefined },
): Promise<{ pointId: string }> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'script.edit');
  const script = await demandHistory(tenantId, scriptId);
  const { head, script: target } = await demandPoint(ports, tenantId, scriptId, pointId);
  const values = {
    pointId,
    at: head.at.toISOString(),
    ...(head.label.values.name === undefined ? {} : { name: head.label.values.name }),
    ...(stepId === null ? {} : { stepId, title: target.steps.find(({ id }) => id === stepId)?.title ?? '' }),
  };
  const before = await ports.drafts.restore(context, scriptId, target, {
    stepId,
    label: { kind: 'pointRestore', values },
    demand: (draft) => demandState(draft, target, { stepId, state }),
  });
  const detail = { point: pointId, before, ...(stepId === null ? {} : { stepId }) };
  const place = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'admin', { action: 'point.restore', target: place, scriptId, detail })]);
  return { pointId: before };
}
