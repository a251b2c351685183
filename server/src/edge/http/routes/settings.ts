import { Router } from 'express';
import { z } from 'zod';
import { isAddressRule } from '../../../platform/address.ts';
import type { Ports } from '../../../usecases/context.ts';
import { changeSettings, readSettings } from '../../../usecases/settings/settings.ts';
import { parse, route } from '../route.ts';

const PatchSettings = z.strictObject({
  addressRules: z
    .array(z.string().max(64).refine(isAddressRule, 'must be an address or a CIDR'))
    .max(200)
    .optional(),
});

export function settingsRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/settings',
    route(({ context }) => readSettings(context)),
  );
  router.patch(
    '/api/settings',
    route(({ context, request }) => changeSettings(ports, context, parse(PatchSettings, request.body))),
  );
  return router;
}
