import { record } from '../../store/auditLog.ts';
import { deleteSession } from '../../store/sessions.ts';
import { auditNote } from '../auditNote.ts';
import type { Context, Ports } from '../context.ts';

/** Ends the asking session everywhere: in the store, and its sockets at once. */
export async function signOut(ports: Pick<Ports, 'facts'>, context: Context): Promise<void> {
  const { sessionId } = context.origin;
  if (sessionId === null) return;
  await deleteSession(sessionId);
  ports.facts.emit({
    type: 'access-changed',
    tenantId: context.actor.tenantId,
    accountId: context.actor.accountId,
    sessionId,
    reason: 'signed-out',
  });
  await record([auditNote(context, 'access', { action: 'sign-out' })]);
}
