import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandState } from './timeline/draftState.ts';
import { demandHistory, demandVersionScript } from './versionView.ts';

/**
 * Brings a version, or one step of it, into the live draft as one edit. A step that the version does not have leaves the draft. The
 * answer names the point before it, which takes the restore back (`undoRestore`). Throws `conflict` when the draft, or the step, no longer
 * stands as it was looked at (`state`).
 */
export async function restoreVersion(
  ports: Ports,
  context: Context,
  { scriptId, number }: { scriptId: string; number: number },
  { stepId, state }: { stepId: string | null; state: string | undefined },
): Promise<{ pointId: string }> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'script.edit');
  const script = await demandHistory(tenantId, scriptId);
  const version = await demandVersionScript(tenantId, scriptId, number);
  const values = {
    version: String(number),
    ...(stepId === null ? {} : { stepId, title: version.steps.find(({ id }) => id === stepId)?.title ?? '' }),
  };
  const pointId = await ports.drafts.restore(context, scriptId, version, {
    stepId,
    label: { kind: 'restore', values },
    demand: (draft) => demandState(draft, version, { stepId, state }),
  });
  const target = { type: 'script', id: scriptId, label: script.title };
  const detail = { version: number, point: pointId, ...(stepId === null ? {} : { stepId }) };
  await record([auditNote(context, 'admin', { action: 'version.restore', target, scriptId, detail })]);
  return { pointId };
}
