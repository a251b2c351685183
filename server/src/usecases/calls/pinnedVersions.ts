import type { WalkScript } from '@daihon/shared/script/walk/state';
import type { CallRecord } from '../../store/calls.ts';
import { readVersionScript } from '../../store/versions.ts';

/** More than any call comes to; who claims more has no path that can be looked at. */
const mostVersions = 60;

/** Every version that the call may have been on. A switch does not say of which script it was: each may have had those numbers. */
export async function pinnedVersions(
  tenantId: string,
  call: Pick<CallRecord, 'scriptId' | 'version' | 'switches' | 'path'>,
  read: typeof readVersionScript = readVersionScript,
): Promise<WalkScript[] | null> {
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
    const script = await read(tenantId, scriptId, version);
    if (script !== null) found.push({ scriptId, version, script });
  }
  return found;
}
