import { diffScripts } from '@daihon/shared/script/diff';
import type { Reader } from '@daihon/shared/script/diff/voice';
import type { VersionDiff } from '@daihon/shared/version';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { diffReader } from '../diffReader.ts';
import { statesOf } from './timeline/draftState.ts';
import { demandHistory, demandVersionScript } from './versionView.ts';

/**
 * What differs from version `from` to version `to`, step by step, told in a language; `draft` compares with the draft as it
 * stands (editors).
 */
export async function compareVersions(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: { from: number; to: number | 'draft'; language: Reader['language'] | null },
): Promise<VersionDiff> {
  const { actor } = context;
  authorise(actor, 'version.history');
  if (ask.to === 'draft') authorise(actor, 'draft.read');
  const script = await demandHistory(actor.tenantId, scriptId);
  const older = await demandVersionScript(actor.tenantId, scriptId, ask.from);
  const newer =
    ask.to === 'draft'
      ? await ports.drafts.read(actor.tenantId, scriptId)
      : await demandVersionScript(actor.tenantId, scriptId, ask.to);
  const target = { type: 'script', id: scriptId, label: script.title };
  const detail = { from: ask.from, to: ask.to };
  await record([auditNote(context, 'operation', { action: 'version.compare', target, scriptId, detail })]);
  const to = ask.to === 'draft' ? null : ask.to;
  const reader = await diffReader(actor.tenantId, ask.language, [older, newer]);
  const steps = diffScripts(older, newer, reader);
  const changed = steps.map(({ id }) => id);
  return { from: ask.from, to, steps, ...(to === null ? statesOf(newer, changed) : {}) };
}
