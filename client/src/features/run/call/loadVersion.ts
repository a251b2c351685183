import type { WalkScript } from '@daihon/shared/script/walk/state';
import type { Version } from '@daihon/shared/version';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../../wire/http.ts';

/** A published version, asked for once per page: it never changes. A failure is not kept. */
export function loadVersion(scriptId: string, number: number): Promise<Version> {
  const key = `${scriptId}/${number}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const asked = api.get<Version>(`/api/scripts/${encodeURIComponent(scriptId)}/versions/${number}`);
  versions.set(key, asked);
  asked.catch(() => versions.delete(key));
  return asked;
}

/** The version that is out now; null when the script is not. */
export async function loadCurrent(scriptId: string): Promise<Version | null> {
  const { publishedVersion } = await api.get<ScriptSummary>(`/api/scripts/${encodeURIComponent(scriptId)}`);
  return publishedVersion === null ? null : loadVersion(scriptId, publishedVersion);
}

export function walkScriptOf({ scriptId, number, script }: Version): WalkScript {
  return { scriptId, version: number, script };
}

const versions = new Map<string, Promise<Version>>();
