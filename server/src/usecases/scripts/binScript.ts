import { AppError } from '@daihon/shared/errors';
import { record } from '../../store/auditLog.ts';
import { binScript as storeBin } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandScript } from './scriptView.ts';

/** Puts a script into the bin (30 days) and closes its draft rooms. Calls that run on it go on. */
export async function binScript(ports: Ports, context: Context, scriptId: string): Promise<void> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const script = await demandScript(actor, scriptId);
  if (!(await storeBin(actor.tenantId, scriptId, actor.accountId))) throw new AppError('not_found');
  await ports.drafts.drop(actor.tenantId, scriptId);
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'admin', { action: 'script.bin', target, scriptId })]);
}
