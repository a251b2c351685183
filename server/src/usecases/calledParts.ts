import { callsOf } from '@daihon/shared/script/partSignature';
import type { Script } from '@daihon/shared/script/schema';
import type { WalkScript } from '@daihon/shared/script/walk/state';
import { readNewestVersion } from '../store/versions.ts';

/** The scripts that a script calls, and those that these call, as they are published now. */
export async function calledParts(
  tenantId: string,
  script: Script,
): Promise<ReadonlyMap<string, WalkScript>> {
  const parts = new Map<string, WalkScript>();
  const asked = new Set<string>();
  let open = callsOf(script);
  while (open.length > 0) {
    const wanted = open.filter((id) => !asked.has(id));
    for (const id of wanted) asked.add(id);
    const read = await Promise.all(
      wanted.map(async (id) => [id, await readNewestVersion(tenantId, id)] as const),
    );
    open = [];
    for (const [scriptId, found] of read) {
      if (found === null) continue;
      parts.set(scriptId, { scriptId, version: found.version.number, script: found.script });
      open.push(...callsOf(found.script));
    }
  }
  return parts;
}
