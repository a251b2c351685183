import { AppError } from '@daihon/shared/errors';
import type { ReplaceAsk, ReplacedScript, ReplaceRun } from '@daihon/shared/wire/library';
import { now, randomId } from '../../platform/clock.ts';
import { logger } from '../../platform/logger.ts';
import { record } from '../../store/auditLog.ts';
import { insertReplacement } from '../../store/replacements.ts';
import { findScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

/**
 * Replaces the chosen hits in each draft as one edit by this actor, with a named point before it. A hit that is no longer as it
 * was shown is passed over and counted. One script that fails does not stop the others.
 */
export async function replaceText(ports: Ports, context: Context, ask: ReplaceAsk): Promise<ReplaceRun> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const runId = randomId();
  const scripts: ReplacedScript[] = [];
  for (const script of ask.scripts) scripts.push(await replaceIn(ports, context, runId, ask, script));
  const { query, text } = ask;
  return { id: runId, query: query.text, text, at: now().toISOString(), by: actor.name, scripts };
}

async function replaceIn(
  ports: Ports,
  context: Context,
  runId: string,
  { query, text }: ReplaceAsk,
  { id: scriptId, hitIds }: ReplaceAsk['scripts'][number],
): Promise<ReplacedScript> {
  const { tenantId, accountId, name } = context.actor;
  const nothing: ReplacedScript = {
    id: null,
    scriptId,
    title: '',
    replaced: 0,
    changed: 0,
    tooLong: 0,
    failed: true,
    takenBack: null,
  };
  const script = await findScript(tenantId, scriptId);
  // Another tenant's, in the bin, or never there: all alike.
  if (script === null) return nothing;
  try {
    const replacement = { query, text, hitIds: new Set(hitIds) };
    const outcome = await ports.drafts.replace(context, scriptId, replacement, {
      kind: 'replace',
      values: { words: query.text.slice(0, 60), by: text.slice(0, 60) },
    });
    const { done, changed, tooLong, pointId } = outcome;
    const told = { ...nothing, title: script.title, replaced: done.length, changed, tooLong, failed: false };
    if (pointId === null || done.length === 0) return told;
    const content = { query, text, hitIds, done, title: script.title, changed, tooLong };
    const id = await insertReplacement(tenantId, { runId, scriptId, pointId, accountId }, content);
    const target = { type: 'script', id: scriptId, label: script.title };
    const detail = {
      before: { text: query.text },
      after: { text },
      replaced: done.length,
      changed,
      tooLong,
      run: runId,
    };
    await record([auditNote(context, 'admin', { action: 'script.replace', target, scriptId, detail })]);
    const by = { id: accountId, name };
    ports.facts.emit({ type: 'script-news', tenantId, scriptId, kind: 'replaced', by, count: done.length });
    return { ...told, id };
  } catch (error) {
    logger.warn({ err: error, scriptId }, 'a replacement failed');
    if (error instanceof AppError) return { ...nothing, title: script.title };
    throw error;
  }
}
