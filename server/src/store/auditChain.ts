import { createHmac, hash as hashOf } from 'node:crypto';
import { canonicalJson } from '@daihon/shared/script/canonical';
import { randomBytes } from '../platform/clock.ts';
import type { AuditEntry, AuditLogName } from './auditEntry.ts';
import type { AuditRow } from './auditRows.ts';
import { insertRows, newestRow } from './auditRows.ts';
import { auditKeyOf } from './sealed.ts';
import { isDuplicateKey } from './tenants.ts';

interface Head {
  n: number;
  hash: string;
}

/** What the first row of a chain names as its predecessor. */
export const genesisHash = '0'.repeat(64);
const MAX_ATTEMPTS = 20;

/** Newest row per log and tenant, as this process knows it; forgotten whenever a write fails. */
const heads = new Map<string, Head>();

/** Forgets what is known of the chains: a process that opens another store must read their heads anew. */
export function forgetHeads(): void {
  heads.clear();
}

/**
 * Appends the entries to the chains of their tenants as one insert. One caller at a time per log. When another process
 * has taken a number first, the rows are built again on its row: the unique (tenantId, n) decides.
 */
export async function appendToChains(log: AuditLogName, entries: readonly AuditEntry[]): Promise<void> {
  await Promise.all([...byTenant(entries)].map(([tenantId, own]) => append(log, tenantId, own)));
}

async function append(log: AuditLogName, tenantId: string, entries: readonly AuditEntry[]): Promise<void> {
  const headKey = `${log} ${tenantId}`;
  const key = await auditKeyOf(tenantId);
  let left = entries;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const head = heads.get(headKey) ?? (await loadHead(log, tenantId));
    const rows = buildRows(key, log, head, left);
    try {
      await insertRows(log, rows);
      const last = rows.at(-1);
      if (last !== undefined) heads.set(headKey, { n: last.n, hash: last.hash });
      return;
    } catch (error) {
      heads.delete(headKey);
      if (!isDuplicateKey(error)) throw error;
      left = left.slice(insertedCount(error));
    }
  }
  throw new Error('the audit chain is contended');
}

function buildRows(key: Buffer, log: AuditLogName, head: Head, entries: readonly AuditEntry[]): AuditRow[] {
  let { n, hash } = head;
  return entries.map((entry) => {
    const row = buildRow(key, log, n + 1, hash, entry);
    ({ n, hash } = row);
    return row;
  });
}

function buildRow(key: Buffer, log: AuditLogName, n: number, prev: string, entry: AuditEntry): AuditRow {
  const { tenantId, action, actor, target, result, address, agent, sessionId } = entry;
  const row = {
    tenantId,
    n,
    at: entry.at ?? new Date(0),
    action,
    actor,
    target,
    result,
    address,
    agent,
    sessionId,
    scriptId: entry.scriptId ?? null,
    // Through JSON: what is hashed is exactly what a later reader gets.
    detail: JSON.parse(JSON.stringify(entry.detail)) as Record<string, unknown>,
    prev,
    actorSalt: randomBytes(12).toString('base64url'),
    targetSalt: randomBytes(12).toString('base64url'),
  };
  const digests = digestsOf(row);
  return { ...row, ...digests, hash: rowHash(key, log, { ...row, ...digests }) };
}

/** Personal fields stand in the chain as salted digests, so that a person can be erased and the chain still verifies. */
export function digestsOf(
  row: Pick<AuditRow, 'actor' | 'address' | 'agent' | 'target' | 'detail' | 'actorSalt' | 'targetSalt'>,
): Pick<AuditRow, 'actorDigest' | 'targetDigest'> {
  return {
    actorDigest: digest(flatJson([row.actorSalt, row.actor.loginId, row.address, row.agent])),
    targetDigest: digest(canonicalJson([row.targetSalt, row.target?.label ?? null, row.detail])),
  };
}

/** HMAC-SHA-256 over the canonical JSON of what never changes in a row, the digests and the previous hash. */
export function rowHash(key: Buffer, log: AuditLogName, row: Omit<AuditRow, 'hash'>): string {
  const text = flatJson([
    1,
    log,
    row.tenantId,
    row.n,
    row.at.toISOString(),
    row.action,
    row.actor.id,
    row.target === null ? null : [row.target.type, row.target.id],
    row.result,
    row.sessionId,
    row.scriptId,
    row.actorDigest,
    row.targetDigest,
    row.prev,
  ]);
  return createHmac('sha256', key).update(text).digest('hex');
}

function digest(text: string): string {
  return hashOf('sha256', text);
}

/** Without objects there is nothing to sort: this is the canonical JSON, made in one go. */
function flatJson(value: readonly (string | number | null | readonly string[])[]): string {
  return JSON.stringify(value);
}

async function loadHead(log: AuditLogName, tenantId: string): Promise<Head> {
  const row = await newestRow(log, tenantId);
  return row === null ? { n: 0, hash: genesisHash } : { n: row.n, hash: row.hash };
}

/** How many rows of an ordered insert were stored before the one that failed. */
function insertedCount(error: unknown): number {
  const result: unknown =
    typeof error === 'object' && error !== null && 'result' in error ? error.result : null;
  const count: unknown =
    typeof result === 'object' && result !== null && 'insertedCount' in result ? result.insertedCount : 0;
  return typeof count === 'number' ? count : 0;
}

function byTenant(entries: readonly AuditEntry[]): Map<string, AuditEntry[]> {
  const groups = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.tenantId);
    if (group === undefined) groups.set(entry.tenantId, [entry]);
    else group.push(entry);
  }
  return groups;
}
