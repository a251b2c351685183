import type { ScriptUse } from '@daihon/shared/wire/library';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { refreshIndex } from '../scriptIndex.ts';
import { usesOf } from '../scriptUses.ts';
import { demandScript } from './scriptView.ts';

/** Where a script is used (SPEC 6): the scripts that call it, with the steps. Throws `not_found`. */
export async function listUses(ports: Ports, context: Context, scriptId: string): Promise<ScriptUse[]> {
  const { actor } = context;
  authorise(actor, 'draft.read');
  const script = await demandScript(actor, scriptId);
  const uses = usesOf(await refreshIndex(ports, actor.tenantId), scriptId);
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'operation', { action: 'script.uses', target, scriptId })]);
  return uses;
}
