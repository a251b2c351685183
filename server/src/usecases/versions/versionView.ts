import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import type { VersionSummary } from '@daihon/shared/version';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import type { VersionRecord } from '../../store/versions.ts';
import { readVersionScript } from '../../store/versions.ts';

/** A row of the history; `seq` null: stored, not yet released. */
export function versionView(version: VersionRecord, seq: number | null): VersionSummary {
  const { scriptId, number, hash, author, note, publishedAt } = version;
  return {
    scriptId,
    number,
    hash,
    author,
    note,
    class: version.class,
    publishedAt: publishedAt.toISOString(),
    seq,
  };
}

export async function demandHistory(tenantId: string, scriptId: string): Promise<ScriptRecord> {
  const script = await findScript(tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  return script;
}

export async function demandVersionScript(
  tenantId: string,
  scriptId: string,
  number: number,
): Promise<Script> {
  const script = await readVersionScript(tenantId, scriptId, number);
  if (script === null) throw new AppError('not_found');
  return script;
}
