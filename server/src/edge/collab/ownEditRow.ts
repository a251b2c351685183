import type { AuditEntry } from '../../store/auditLog.ts';
import type { Context } from '../../usecases/context.ts';
import type { Room } from './room/room.ts';

/** The row of an edit that came by a request, not by a frame. */
export function ownEditRow(room: Room, context: Context, what: Record<string, unknown>): AuditEntry {
  const { actor, origin } = context;
  const { tenantId, scriptId, title } = room.ledger.target;
  return {
    tenantId,
    log: 'socket',
    action: 'update',
    actor: { id: actor.accountId, loginId: actor.loginId },
    target: { type: 'draft', id: scriptId, label: title },
    result: 'ok',
    address: origin.address,
    agent: origin.agent,
    sessionId: origin.sessionId,
    scriptId,
    detail: { path: 'collab', direction: 'in', ...what },
  };
}
