import { digestsOf, genesisHash, rowHash } from './auditChain.ts';
import type { AuditLogName } from './auditEntry.ts';
import type { AuditRow } from './auditRows.ts';
import { chainLots } from './auditRows.ts';
import { auditKeyOf } from './sealed.ts';

export type ChainVerdict =
  | { whole: true; rows: number; lastHash: string }
  /** `n`: number of the first record that is not as it was written, or that is missing. */
  | { whole: false; n: number; why: 'missing' | 'order' | 'changed' };

/** Reads a log from its first row and names the first broken record. A cut tail shows only against a checkpoint of `rows` and `lastHash`. */
export async function verifyChain(log: AuditLogName, tenantId: string): Promise<ChainVerdict> {
  const key = await auditKeyOf(tenantId);
  let n = 0;
  let hash = genesisHash;
  for await (const lot of chainLots(log, tenantId)) {
    for (const row of lot) {
      n += 1;
      if (row.n !== n) return { whole: false, n, why: 'missing' };
      if (row.prev !== hash) return { whole: false, n, why: 'order' };
      if (!holds(key, log, row)) return { whole: false, n, why: 'changed' };
      ({ hash } = row);
    }
  }
  return { whole: true, rows: n, lastHash: hash };
}

/** A row that somebody has put together anew may have anything in any place: what cannot be read is not as it was written. */
function holds(key: Buffer, log: AuditLogName, row: AuditRow): boolean {
  try {
    return row.hash === rowHash(key, log, row) && digestsMatch(row);
  } catch {
    return false;
  }
}

/** A side without its salt has been erased: its digest is all that is left, and the row's hash covers that. */
function digestsMatch(row: AuditRow): boolean {
  const digests = digestsOf(row);
  const actorHolds = row.actorSalt === '' || row.actorDigest === digests.actorDigest;
  const targetHolds = row.targetSalt === '' || row.targetDigest === digests.targetDigest;
  return actorHolds && targetHolds;
}
