import { logger } from '../../platform/logger.ts';
import type { AuditEntry } from '../../store/auditLog.ts';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../../usecases/auditNote.ts';
import type { Context } from '../../usecases/context.ts';

export type PushAction =
  'connect' | 'refused' | 'disconnect' | 'resume' | 'seen' | 'ack' | 'session-ended' | 'pointers' | 'look';

/** One event of one push socket as a row of the socket log. */
export function socketRow(
  context: Context,
  action: PushAction,
  direction: 'in' | 'out',
  detail: Record<string, unknown> = {},
  result: AuditEntry['result'] = 'ok',
): AuditEntry {
  const row = auditNote(context, 'socket', {
    action,
    target: null,
    detail: { path: '/socket.io', direction, ...detail },
  });
  return { ...row, result };
}

/** A broadcast as one row of the socket log with its number of recipients. The server itself is the actor. */
export function broadcastRow(
  tenantId: string,
  action: 'release' | 'withdrawn',
  about: { seq: number; scriptId: string; title: string; version: number; recipients: number; bytes: number },
): AuditEntry {
  const { scriptId, title, ...detail } = about;
  const target = { type: 'script', id: scriptId, label: title };
  return { ...sentRow(tenantId, action, target, detail), scriptId };
}

/** News for the pages of one script or one account: one row with its number of recipients. */
export function newsRow(
  tenantId: string,
  action: 'script-news' | 'mention' | 'receipts' | 'reminder',
  target: { type: 'script' | 'account' | 'release'; id: string },
  detail: Record<string, unknown>,
): AuditEntry {
  const row = sentRow(tenantId, action, { ...target, label: target.id }, detail);
  return target.type === 'script' ? { ...row, scriptId: target.id } : row;
}

function sentRow(
  tenantId: string,
  action: string,
  target: AuditEntry['target'],
  detail: Record<string, unknown>,
): AuditEntry {
  return {
    tenantId,
    log: 'socket',
    action,
    actor: { id: null, loginId: 'system' },
    target,
    result: 'ok',
    address: '',
    agent: '',
    sessionId: null,
    detail: { path: '/socket.io', direction: 'out', ...detail },
  };
}

/** For rows that nobody can wait for: the event is over. The log's own queue keeps them until they are stored. */
export function note(...rows: AuditEntry[]): void {
  record(rows).catch((error: unknown) => logger.error({ err: error }, 'socket events could not be recorded'));
}
