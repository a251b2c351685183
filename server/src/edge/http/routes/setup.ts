import { Router } from 'express';
import { z } from 'zod';
import { LoginId } from '@daihon/shared/account';
import { setUp } from '../../../usecases/setup/setUp.ts';
import type { ClientAddress } from '../../clientAddress.ts';
import { originOf } from '../identify.ts';
import { openRoute, parse } from '../route.ts';

const SetUp = z.strictObject({
  token: z.string().max(100),
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  organisation: z.string().trim().min(1).max(200),
  loginId: LoginId,
  name: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1_024),
});

/** The first set-up of an empty installation, by the one-time link. */
export function setupRoutes(addresses: ClientAddress): Router {
  const router = Router();
  router.post(
    '/api/setup',
    openRoute(async (request, response) => {
      const account = await setUp(originOf(addresses, request, null), parse(SetUp, request.body));
      response.status(201);
      return account;
    }),
  );
  return router;
}
