import type { WalkScript } from '@daihon/shared/script/walk/state';
import type { Script } from '@daihon/shared/script/schema';
import type { Version } from '@daihon/shared/version';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../../wire/http.ts';

/** The published version that a call would enter now; null when the script is not out. */
export async function loadPart(scriptId: string): Promise<WalkScript | null> {
  const place = `/api/scripts/${encodeURIComponent(scriptId)}`;
  const { publishedVersion } = await api.get<ScriptSummary>(place);
  if (publishedVersion === null) return null;
  const { number, script } = await api.get<Version>(`${place}/versions/${publishedVersion}`);
  return { scriptId, version: number, script };
}

/** Everything that the script calls, directly or by a part; what cannot be had is left out. */
export async function loadParts(scriptIds: readonly string[]): Promise<WalkScript[]> {
  const found = new Map<string, WalkScript>();
  const asked = new Set<string>();
  let open = scriptIds;
  while (open.length > 0) {
    const wanted = open.filter((id) => !asked.has(id));
    for (const id of wanted) asked.add(id);
    const parts = await Promise.all(wanted.map((id) => loadPart(id).catch(() => null)));
    for (const part of parts) if (part !== null) found.set(part.scriptId, part);
    open = parts.flatMap((part) => (part === null ? [] : callsOf(part.script)));
  }
  return [...found.values()];
}

export function callsOf(script: Script): string[] {
  return [...new Set(script.steps.flatMap(({ jump }) => (jump === null ? [] : [jump.scriptId])))];
}
