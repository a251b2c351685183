import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { defaultLimits } from '@daihon/shared/limits';
import { addressBlock } from '../platform/address.ts';
import type { AccessChange } from '../usecases/context.ts';
import type { Admission, Grant } from './admission.ts';

interface LiveSocket {
  admission: Admission;
  close: (reason: AccessChange) => void;
}

let limits: Limits = defaultLimits;
const live = new Set<LiveSocket>();
const counts = {
  session: new Map<string, number>(),
  account: new Map<string, number>(),
  address: new Map<string, number>(),
};

export function useSocketLimits(given: Limits): void {
  limits = given;
}

/**
 * Counts a socket against the caps of its session, account and address, and calls `close` once, within a second of the end of its access.
 * Throws `throttled` when a cap is reached: call it before 101. Returns the way to take the socket out again.
 */
export function register(admission: Admission, close: (reason: AccessChange) => void): () => void {
  demandRoom(admission);
  const socket: LiveSocket = { admission, close };
  live.add(socket);
  count(admission, 1);
  return () => {
    if (live.delete(socket)) count(admission, -1);
  };
}

/** Ends the access of every open socket for which `endOf` gives a reason, and closes it at once. */
export function endAccess(endOf: (grant: Admission) => AccessChange | null): void {
  for (const socket of [...live]) {
    const reason = endOf(socket.admission);
    if (reason === null) continue;
    if (isGrant(socket.admission)) socket.admission.end(reason);
    closeOnce(socket, reason);
  }
}

/** Closes the sockets whose session has come to its idle or absolute end. */
export function closeEnded(): void {
  for (const socket of [...live]) {
    const reason = socket.admission.ended();
    if (reason !== null) closeOnce(socket, reason);
  }
}

export function liveAdmissions(): Admission[] {
  return [...live].map((socket) => socket.admission);
}

/** The accounts of a tenant that have any socket open. */
export function connectedAccounts(tenantId: string): Set<string> {
  const own = [...live].flatMap(({ admission: { actor } }) =>
    actor.tenantId === tenantId ? [actor.accountId] : [],
  );
  return new Set(own);
}

export function isGrant(admission: Admission): admission is Grant {
  return 'accountEpoch' in admission;
}

function closeOnce(socket: LiveSocket, reason: AccessChange): void {
  if (live.delete(socket)) {
    count(socket.admission, -1);
    socket.close(reason);
  }
}

function demandRoom(admission: Admission): void {
  const full =
    (counts.session.get(admission.sessionId) ?? 0) >= limits.socketsPerSession ||
    (counts.account.get(admission.actor.accountId) ?? 0) >= limits.socketsPerAccount ||
    (counts.address.get(addressBlock(admission.origin.address)) ?? 0) >= limits.socketsPerAddress;
  if (full) throw new AppError('throttled', 'Too many open sockets', { retryAfterSeconds: 10 });
}

function count(admission: Admission, by: 1 | -1): void {
  add(counts.session, admission.sessionId, by);
  add(counts.account, admission.actor.accountId, by);
  add(counts.address, addressBlock(admission.origin.address), by);
}

function add(map: Map<string, number>, key: string, by: number): void {
  const value = (map.get(key) ?? 0) + by;
  if (value <= 0) map.delete(key);
  else map.set(key, value);
}
