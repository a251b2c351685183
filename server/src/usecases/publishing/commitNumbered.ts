import type { ReleaseRecord } from '../../store/releases.ts';
import { findRelease, insertRelease, newestSeq } from '../../store/releases.ts';

/** The tenant's last number that this process has given: stored for certain, so the one after it leaves no gap. */
const lastSeqs = new Map<string, number>();

/**
 * Stores a numbered fact under the tenant's next `seq`. One that is stored under this id already is found instead. Call it in the
 * tenant's turn (`inTurn`), so that facts of one tenant leave in the order of `seq`.
 */
export async function commitNumbered(
  tenantId: string,
  fact: Omit<ReleaseRecord, 'seq'>,
): Promise<{ release: ReleaseRecord; fresh: boolean }> {
  const { id } = fact;
  let seq = (lastSeqs.get(tenantId) ?? (await newestSeq(tenantId))) + 1;
  for (;;) {
    const release: ReleaseRecord = { ...fact, seq };
    const result = await insertRelease(tenantId, release);
    if (result === 'inserted') {
      lastSeqs.set(tenantId, seq);
      return { release, fresh: true };
    }
    const done = result === 'done' ? await findRelease(tenantId, { id }) : null;
    if (done !== null) return { release: done, fresh: false };
    // Another process took this number: the next round takes the next one, so no number is left out.
    seq = (await newestSeq(tenantId)) + 1;
  }
}
