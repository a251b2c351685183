export type AuditLogName = 'access' | 'operation' | 'admin' | 'socket';

export interface AuditEntry {
  tenantId: string;
  log: AuditLogName;
  action: string;
  actor: { id: string | null; loginId: string };
  target: { type: string; id: string; label: string } | null;
  result: 'ok' | 'refused' | 'failed';
  address: string;
  agent: string;
  sessionId: string | null;
  scriptId?: string;
  detail: Record<string, unknown>;
  at?: Date;
}
