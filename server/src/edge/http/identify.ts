import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { randomId } from '../../platform/clock.ts';
import { sessionRef } from '../../store/sessions.ts';
import type { Context, Origin } from '../../usecases/context.ts';
import { resolveSession } from '../../usecases/session/resolveSession.ts';
import { forgetSession, seenAt, touchSession } from '../activity.ts';
import type { ClientAddress } from '../clientAddress.ts';
import { setContext } from './requestContext.ts';
import { renewSession } from './sessions.ts';

/** Puts a context beside each request of a valid session; a session that is over is removed. */
export function identify(addresses: ClientAddress, limits: Limits): RequestHandler {
  return async (request, _response, next) => {
    // express-session lets requests through without a session while its store is away.
    const session = (request as Partial<typeof request>).session;
    if (session === undefined) throw new AppError('unavailable');
    const { grant } = session;
    if (grant !== undefined) {
      const ref = sessionRef(request.sessionID);
      const origin = originOf(addresses, request, ref);
      const resolved = await resolveSession(limits, grant, seenAt(ref, grant.seenAt), origin.address);
      if (resolved.state === 'address') throw new AppError('address_refused');
      if (resolved.state === 'over') {
        forgetSession(ref);
        await renewSession(request);
      } else {
        touchSession(ref);
        setContext(request, { actor: actorOf(resolved.account), origin });
      }
    }
    next();
  };
}

export function originOf(
  addresses: ClientAddress,
  request: IncomingMessage,
  sessionId: string | null,
): Origin {
  return {
    address: addresses.of(request),
    agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    sessionId,
    requestId: randomId(),
  };
}

export function actorOf(account: {
  id: string;
  tenantId: string;
  loginId: string;
  name: string;
  role: Context['actor']['role'];
}): Context['actor'] {
  const { id, tenantId, loginId, name, role } = account;
  return { tenantId, accountId: id, loginId, name, role };
}
