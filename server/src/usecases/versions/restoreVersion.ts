import { AppError } from '@daihon/shared/errors';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandHistory, demandVersionScript } from './versionView.ts';

/** Brings a version, or one step of it, into the live draft as one undoable edit; the state before it stays as a named point. */
export async function restoreVersion(
  ports: Ports,
  context: Context,
  scriptId: string,
  number: number,
  stepId: string | null,
): Promise<void> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'script.edit');
  const script = await demandHistory(tenantId, scriptId);
  const version = await demandVersionScript(tenantId, scriptId, number);
  if (stepId !== null && !version.steps.some((step) => step.id === stepId)) throw new AppError('not_found');
  await ports.drafts.restore(context, scriptId, version, stepId, `版 ${number} を復元`);
  const target = { type: 'script', id: scriptId, label: script.title };
  const detail = { version: number, ...(stepId === null ? {} : { stepId }) };
  await record([auditNote(context, 'admin', { action: 'version.restore', target, scriptId, detail })]);
}
