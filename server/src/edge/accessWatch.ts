import { addressAllowed } from '../platform/address.ts';
import { now } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import { findAccessChanges } from '../store/accounts.ts';
import { findAlive } from '../store/sessions.ts';
import { findTenantChanges } from '../store/tenants.ts';
import type { AccessChange, FactBus } from '../usecases/context.ts';
import type { Admission } from './admission.ts';
import { closeEnded, endAccess, isGrant, liveAdmissions } from './liveSockets.ts';

const POLL_MS = 1_000;
/** Clocks of several processes differ, and a write is seen a little after its time. */
const OVERLAP_MS = 10_000;
/** The sessions of all open sockets are looked up once in so many rounds. */
const SESSION_ROUNDS = 4;

/**
 * Takes access away from open sockets: at once on a fact of this process, within a second by looking into the store for what another
 * process changed. Returns the way to stop.
 */
export function watchAccess(facts: FactBus): () => void {
  const stopListening = facts.on((fact) => {
    if (fact.type !== 'access-changed') return;
    const { tenantId, accountId, sessionId, addressRules } = fact;
    endAccess((grant) => {
      if (grant.actor.tenantId !== tenantId) return null;
      if (accountId !== null && grant.actor.accountId !== accountId) return null;
      if (sessionId !== undefined && grant.sessionId !== sessionId) return null;
      return addressRules === undefined ? fact.reason : byAddress(grant, addressRules);
    });
  });
  let round = 0;
  let stopped = false;
  let timer = setTimeout(poll, POLL_MS);
  function poll(): void {
    round += 1;
    lookIntoStore(round)
      .catch((error: unknown) => logger.warn({ err: error }, 'access could not be checked'))
      .finally(() => {
        if (!stopped) timer = setTimeout(poll, POLL_MS);
      });
  }
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** New address rules end every session: those from outside may not come back, the others only have to sign in again. */
function byAddress(grant: Admission, addressRules: readonly string[]): AccessChange {
  return addressAllowed(grant.origin.address, addressRules) ? 'role' : 'address';
}

async function lookIntoStore(round: number): Promise<void> {
  closeEnded();
  if (liveAdmissions().length === 0) return;
  const since = new Date(now().getTime() - OVERLAP_MS);
  for (const { id, state, epoch } of await findAccessChanges(since)) {
    endAccess((grant) => {
      if (grant.actor.accountId !== id || !isGrant(grant)) return null;
      if (state !== 'active') return 'suspended';
      return epoch === grant.accountEpoch ? null : 'role';
    });
  }
  for (const { id, state, epoch, addressRules } of await findTenantChanges(since)) {
    endAccess((grant) => {
      if (grant.actor.tenantId !== id || !isGrant(grant)) return null;
      if (state !== 'active') return 'suspended';
      return epoch === grant.tenantEpoch ? null : byAddress(grant, addressRules);
    });
  }
  if (round % SESSION_ROUNDS === 0) await endOfDeletedSessions();
}

async function endOfDeletedSessions(): Promise<void> {
  const refs = [...new Set(liveAdmissions().map((admission) => admission.sessionId))];
  const alive = await findAlive(refs);
  const gone = new Set(refs.filter((ref) => !alive.has(ref)));
  if (gone.size > 0) endAccess(({ sessionId }) => (gone.has(sessionId) ? 'signed-out' : null));
}
