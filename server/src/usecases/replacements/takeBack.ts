import { AppError } from '@daihon/shared/errors';
import type { ReplacedScript } from '@daihon/shared/wire/library';
import { record } from '../../store/auditLog.ts';
import { claimTakeBack, findReplacement, settleTakeBack } from '../../store/replacements.ts';
import { findScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { ReplacementContent, present } from './readRun.ts';
import { now } from '../../platform/clock.ts';

/**
 * Takes a replacement in one script back, again as an edit: by the point before it, and what others wrote since stays. Throws
 * `not_found`, and `conflict` when it was taken back already.
 */
export async function takeBack(ports: Ports, context: Context, id: string): Promise<ReplacedScript> {
  const { tenantId, accountId, name } = context.actor;
  authorise(context.actor, 'script.edit');
  const row = await findReplacement(tenantId, id, (content) => ReplacementContent.parse(content));
  const script = row === null ? null : await findScript(tenantId, row.scriptId);
  if (row === null || script === null) throw new AppError('not_found');
  if (!(await claimTakeBack(tenantId, id, accountId))) throw new AppError('conflict');
  const { query, text, hitIds, done } = row.content;
  const { scriptId, pointId } = row;
  const replacement = { query, text, hitIds: new Set(hitIds) };
  const label = { kind: 'replaceUndo' as const, values: { words: query.text.slice(0, 60) } };
  const { lost } = await ports.drafts
    .takeBack(context, scriptId, { pointId, replacement, done }, label)
    .catch(async (error: unknown) => {
      await settleTakeBack(tenantId, id, null);
      throw error;
    });
  await settleTakeBack(tenantId, id, lost);
  const target = { type: 'script', id: scriptId, label: script.title };
  const detail = { before: { text }, after: { text: query.text }, replaced: done.length - lost, lost };
  await record([auditNote(context, 'admin', { action: 'script.takeBack', target, scriptId, detail })]);
  const by = { id: accountId, name };
  ports.facts.emit({
    type: 'script-news',
    tenantId,
    scriptId,
    kind: 'takenBack',
    by,
    count: done.length - lost,
  });
  const takenBack = { at: now(), by: accountId, lost };
  return present({ ...row, takenBack }, new Map([[accountId, name]]));
}
