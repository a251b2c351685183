import { now } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import { findAccessChanges } from '../store/accounts.ts';
import { findAlive } from '../store/sessions.ts';
import { findTenantChanges } from '../store/tenants.ts';
import type { AccessChange, FactBus } from '../usecases/context.ts';
import type { Admission, AdmissionEnd } from './admission.ts';
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
    endAccess(
      ({ actor, sessionId }) =>
        actor.tenantId === fact.tenantId &&
        (fact.accountId === null || actor.accountId === fact.accountId) &&
        (fact.sessionId === undefined || sessionId === fact.sessionId),
      endOf(fact.reason),
    );
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

function endOf(reason: AccessChange): AdmissionEnd {
  return reason === 'role' || reason === 'address' ? 'rightWithdrawn' : 'sessionEnded';
}

async function lookIntoStore(round: number): Promise<void> {
  closeEnded();
  if (liveAdmissions().length === 0) return;
  const since = new Date(now().getTime() - OVERLAP_MS);
  for (const account of await findAccessChanges(since)) {
    endOutdated(
      (grant) => grant.actor.accountId === account.id,
      (grant) => account.state !== 'active' || account.epoch !== grant.accountEpoch,
      account.state === 'active' ? 'rightWithdrawn' : 'sessionEnded',
    );
  }
  for (const tenant of await findTenantChanges(since)) {
    endOutdated(
      (grant) => grant.actor.tenantId === tenant.id,
      (grant) => tenant.state !== 'active' || tenant.epoch !== grant.tenantEpoch,
      'rightWithdrawn',
    );
  }
  if (round % SESSION_ROUNDS === 0) await endOfDeletedSessions();
}

function endOutdated(
  concerns: (grant: Admission) => boolean,
  outdated: (grant: { accountEpoch: number; tenantEpoch: number }) => boolean,
  reason: AdmissionEnd,
): void {
  endAccess((grant) => concerns(grant) && isGrant(grant) && outdated(grant), reason);
}

async function endOfDeletedSessions(): Promise<void> {
  const refs = [...new Set(liveAdmissions().map((admission) => admission.sessionId))];
  const alive = await findAlive(refs);
  const gone = new Set(refs.filter((ref) => !alive.has(ref)));
  if (gone.size > 0) endAccess((grant) => gone.has(grant.sessionId), 'sessionEnded');
}
