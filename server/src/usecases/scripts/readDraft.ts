import type { Script } from '@daihon/shared/script/schema';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandScript } from './scriptView.ts';

/** The draft as it stands, as a Script document that need not pass the check. */
export async function readDraft(ports: Ports, context: Context, scriptId: string): Promise<Script> {
  authorise(context.actor, 'draft.read');
  const script = await demandScript(context.actor, scriptId);
  const draft = await ports.drafts.read(context.actor.tenantId, scriptId);
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'operation', { action: 'draft.read', target, scriptId })]);
  return draft;
}
