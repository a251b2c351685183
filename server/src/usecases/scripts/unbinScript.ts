import { AppError } from '@daihon/shared/errors';
import { record } from '../../store/auditLog.ts';
import { unbinScript as storeUnbin } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { withTag } from './scriptView.ts';

/** Brings a script back out of the bin exactly as it went in: draft, versions, labels, folder, state. Throws `not_found`. */
export async function unbinScript(ports: Ports, context: Context, scriptId: string): Promise<ScriptWithTag> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const script = await storeUnbin(actor.tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  const back = await withTag(ports, actor, script);
  const target = { type: 'script', id: scriptId, label: back.summary.title };
  await record([auditNote(context, 'admin', { action: 'script.unbin', target, scriptId })]);
  return back;
}
