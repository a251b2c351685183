import type { VersionSummary } from '@daihon/shared/version';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { seqsOfScript } from '../../store/releases.ts';
import { listVersions as findVersions } from '../../store/versions.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandHistory, versionView } from './versionView.ts';

/** The history, newest first; `before`: only lower numbers. */
export async function listVersions(
  context: Context,
  scriptId: string,
  ask: { before: number | null; limit: number },
): Promise<Page<VersionSummary>> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'version.history');
  const script = await demandHistory(tenantId, scriptId);
  const rows = await findVersions(tenantId, scriptId, { ...ask, limit: ask.limit + 1 });
  const seqs = await seqsOfScript(tenantId, scriptId);
  const page = rows.slice(0, ask.limit);
  const last = rows.length > ask.limit ? page.at(-1) : undefined;
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'operation', { action: 'version.list', target, scriptId })]);
  return {
    items: page.map((version) => versionView(version, seqs.get(version.number) ?? null)),
    nextCursor: last === undefined ? null : String(last.number),
  };
}
