import type { PathFault } from '@daihon/shared/call';
import { verifyPath } from '@daihon/shared/script/walk/verifyPath';
import { record } from '../../store/auditLog.ts';
import type { CallRecord } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import type { Context } from '../context.ts';
import { pinnedVersions } from './pinnedVersions.ts';

/** The call with what its versions do not bear out of its path (`unverified`). It is kept all the same: a record is never refused. */
export async function verifyCall(tenantId: string, call: CallRecord): Promise<CallRecord> {
  const { path, undone, scriptId: rootId } = call;
  const versions = await pinnedVersions(tenantId, call);
  const fault: PathFault | null =
    versions === null
      ? { index: 0, stepId: path[0]?.stepId ?? '', why: 'unknown_step' }
      : verifyPath({ path, undone, rootId, versions });
  return { ...call, unverified: fault };
}

/** Puts it on record that the path of an ended call does not fit, once per finding. */
export async function noteUnverified(
  context: Context,
  before: PathFault | null,
  call: CallRecord,
): Promise<void> {
  const { id, scriptId, version, unverified } = call;
  if (unverified === null || (before !== null && same(before, unverified))) return;
  const target = { type: 'call', id, label: scriptId };
  const { stepId, why } = unverified;
  const detail = { version, stepId, unverified: why };
  await record([auditNote(context, 'operation', { action: 'call.unverified', target, scriptId, detail })]);
}

function same(a: PathFault, b: PathFault): boolean {
  return a.index === b.index && a.stepId === b.stepId && a.why === b.why;
}
