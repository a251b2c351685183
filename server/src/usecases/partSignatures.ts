import type { PartSignature } from '@daihon/shared/script/partSignature';
import { callsOf, declaredBy } from '@daihon/shared/script/partSignature';
import { findScript } from '../store/scripts.ts';
import { readNewestVersion } from '../store/versions.ts';
import { calledParts } from './calledParts.ts';
import type { Ports } from './context.ts';

/** What the scripts of these ids declare to their callers; those that are gone are missing. */
export async function partSignatures(
  ports: Pick<Ports, 'drafts'>,
  tenantId: string,
  scriptIds: readonly string[],
): Promise<Map<string, PartSignature>> {
  const found = await Promise.all(scriptIds.map((id) => partSignature(ports, tenantId, id)));
  return new Map(found.flatMap((each) => (each === null ? [] : [[each.scriptId, each]])));
}

/** As its current version declares it, or its draft where nothing was published yet; null when there is no such script. */
export async function partSignature(
  ports: Pick<Ports, 'drafts'>,
  tenantId: string,
  scriptId: string,
): Promise<PartSignature | null> {
  const row = await findScript(tenantId, scriptId);
  if (row === null) return null;
  const current = await readNewestVersion(tenantId, scriptId);
  const script = current?.script ?? (await ports.drafts.peek(tenantId, scriptId));
  const further = await calledParts(tenantId, script);
  return {
    scriptId,
    ...declaredBy(script),
    version: current?.version.number ?? null,
    shut: row.state === 'archived' || row.state === 'withdrawn',
    calls: [
      ...new Set([...callsOf(script), ...[...further.values()].flatMap((part) => callsOf(part.script))]),
    ],
  };
}
