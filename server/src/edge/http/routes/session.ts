import type { Request } from 'express';
import { Router } from 'express';
import type { SessionView } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import { SignIn } from '@daihon/shared/wire/http';
import { sessionRef } from '../../../store/sessions.ts';
import { findTenant } from '../../../store/tenants.ts';
import { findAccount } from '../../../store/accounts.ts';
import { presentAccount } from '../../../usecases/accountView.ts';
import type { Context, Ports } from '../../../usecases/context.ts';
import { recordSignedIn, signIn } from '../../../usecases/session/signIn.ts';
import { signOut } from '../../../usecases/session/signOut.ts';
import type { SignInThrottle } from '../../../usecases/session/throttle.ts';
import type { ClientAddress } from '../../clientAddress.ts';
import { originOf } from '../identify.ts';
import { openRoute, parse, route } from '../route.ts';
import { beginSession, endSession } from '../sessions.ts';

export function sessionRoutes(ports: Ports, addresses: ClientAddress, throttle: SignInThrottle): Router {
  const router = Router();
  router.post(
    '/api/session',
    openRoute(async (request) => {
      const origin = originOf(addresses, request, null);
      const { account, tenant, grant } = await signIn(throttle, origin, parse(SignIn, request.body));
      const sid = await beginSession(request, grant);
      await recordSignedIn(account, { ...origin, sessionId: sessionRef(sid) });
      return sessionView(account, tenant, grant.csrf);
    }),
  );
  router.get(
    '/api/session',
    route(({ context, request }) => whoAmI(context, request)),
  );
  router.delete(
    '/api/session',
    route(async ({ context, request }) => {
      await signOut(ports, context);
      await endSession(request);
      return undefined;
    }),
  );
  return router;
}

async function whoAmI(context: Context, request: Request): Promise<SessionView> {
  const { tenantId, accountId } = context.actor;
  const [account, tenant] = await Promise.all([findAccount(tenantId, accountId), findTenant(tenantId)]);
  const csrf = request.session.grant?.csrf;
  if (account === null || tenant === null || csrf === undefined) throw new AppError('unauthenticated');
  return sessionView(account, tenant, csrf);
}

function sessionView(
  account: Parameters<typeof presentAccount>[0],
  tenant: { id: string; slug: string; name: string },
  csrfToken: string,
): SessionView {
  const { id, slug, name } = tenant;
  return { account: { ...presentAccount(account), tenant: { id, slug, name } }, csrfToken };
}
