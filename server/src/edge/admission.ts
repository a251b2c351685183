import type { IncomingMessage } from 'node:http';
import type { Actor } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { now } from '../platform/clock.ts';
import type { SessionGrant } from '../store/sessions.ts';
import { sessionRef } from '../store/sessions.ts';
import type { AccessChange, Origin } from '../usecases/context.ts';
import { resolveSession } from '../usecases/session/resolveSession.ts';
import { seenAt, touchSession } from './activity.ts';
import type { ClientAddress } from './clientAddress.ts';
import { actorOf, originOf } from './http/identify.ts';

/** How a draft socket names the end of an access to its client (CONTRACT: close codes 4401 and 4403). */
export function closeNameOf(end: AccessChange): 'sessionEnded' | 'rightWithdrawn' {
  return end === 'role' || end === 'address' ? 'rightWithdrawn' : 'sessionEnded';
}

/** One admitted connection: who it speaks for, and whether that still holds. */
export interface Admission {
  actor: Actor;
  origin: Origin;
  sessionId: string;
  /** Why it is over, null while still valid; answered from memory, so it can be asked on every frame. */
  ended(): AccessChange | null;
  /** Counts as activity for the idle time-out. */
  touch(): void;
}

/** An admission with what the watch over open sockets needs of it; edges see `Admission` only. */
export interface Grant extends Admission {
  accountEpoch: number;
  tenantEpoch: number;
  end(reason: AccessChange): void;
}

export interface AdmissionDeps {
  addresses: ClientAddress;
  limits: Limits;
  sessionOf(request: IncomingMessage): Promise<{ sid: string; grant: SessionGrant } | null>;
}

/** Who an upgrade speaks for. Throws `unauthenticated` without a valid session, `address_refused` outside the tenant's addresses. */
export async function admitUpgrade(deps: AdmissionDeps, request: IncomingMessage): Promise<Grant> {
  const session = await deps.sessionOf(request);
  if (session === null) throw new AppError('unauthenticated');
  const { grant } = session;
  const ref = sessionRef(session.sid);
  const origin = originOf(deps.addresses, request, ref);
  const resolved = await resolveSession(deps.limits, grant, seenAt(ref, grant.seenAt), origin.address);
  if (resolved.state === 'address') throw new AppError('address_refused');
  if (resolved.state === 'over') throw new AppError('unauthenticated');
  const { endsAtMs, idleMs } = resolved;
  let end: AccessChange | null = null;
  return {
    actor: actorOf(resolved.account),
    origin,
    sessionId: ref,
    accountEpoch: grant.accountEpoch,
    tenantEpoch: grant.tenantEpoch,
    touch: () => touchSession(ref),
    end: (reason) => {
      end ??= reason;
    },
    ended: () => {
      if (end !== null) return end;
      const nowMs = now().getTime();
      if (nowMs >= endsAtMs || nowMs >= seenAt(ref, grant.seenAt) + idleMs) end = 'expired';
      return end;
    },
  };
}
