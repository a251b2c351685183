import type { AuditEntry, AuditLogName } from '../store/auditLog.ts';
import type { Context } from './context.ts';

export interface AuditNote {
  action: string;
  target?: AuditEntry['target'];
  /** `ok` unless said otherwise. */
  result?: AuditEntry['result'];
  scriptId?: string;
  detail?: Record<string, unknown>;
}

/** The audit row of what this actor has just done, with where the ask came from. */
export function auditNote(context: Context, log: AuditLogName, note: AuditNote): AuditEntry {
  const { actor, origin } = context;
  return {
    tenantId: actor.tenantId,
    log,
    action: note.action,
    actor: { id: actor.accountId, loginId: actor.loginId },
    target: note.target ?? null,
    result: note.result ?? 'ok',
    address: origin.address,
    agent: origin.agent,
    sessionId: origin.sessionId,
    ...(note.scriptId === undefined ? {} : { scriptId: note.scriptId }),
    detail: note.detail ?? {},
  };
}
