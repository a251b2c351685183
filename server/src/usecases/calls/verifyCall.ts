import type { PathFault } from '@daihon/shared/call';
import { verifyPath } from '@daihon/shared/script/walk/verifyPath';
import type { WalkScript } from '@daihon/shared/script/walk/state';
import { record } from '../../store/auditLog.ts';
import type { CallRecord } from '../../store/calls.ts';
import { readVersionScript } from '../../store/versions.ts';
import { auditNote } from '../auditNote.ts';
import type { Context } from '../context.ts';

/** More than any call comes to; who claims more has no path that can be looked at. */
const mostVersions = 60;

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

/** Every version that the call may have been on. A switch does not say of which script it was: each may have had those numbers. */
async function pinnedVersions(tenantId: string, call: CallRecord): Promise<WalkScript[] | null> {
  const switched = call.switches.flatMap(({ from, to }) => [from, to]);
  const numbers = new Map([[call.scriptId, new Set([call.version, ...switched])]]);
  for (const { scriptId, version } of call.path) {
    if (scriptId === undefined) continue;
    const known = numbers.get(scriptId) ?? new Set(switched);
    numbers.set(scriptId, version === undefined ? known : known.add(version));
  }
  const wanted = [...numbers].flatMap(([scriptId, all]) =>
    [...all].map((version) => ({ scriptId, version })),
  );
  if (wanted.length > mostVersions) return null;
  const found: WalkScript[] = [];
  for (const { scriptId, version } of wanted) {
    const script = await readVersionScript(tenantId, scriptId, version);
    if (script !== null) found.push({ scriptId, version, script });
  }
  return found;
}
