import { Router } from 'express';
import { SettingsChange } from '@daihon/shared/settings';
import { isAddressRule } from '../../../platform/address.ts';
import type { Ports } from '../../../usecases/context.ts';
import { changeSettings, readPolicy, readSettings } from '../../../usecases/settings/settings.ts';
import { parse, route } from '../route.ts';

const PatchSettings = SettingsChange.refine(({ addressRules = [] }) => addressRules.every(isAddressRule), {
  path: ['addressRules'],
  message: 'must be addresses or CIDRs',
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
  router.get(
    '/api/policy',
    route(({ context }) => readPolicy(ports, context)),
  );
  return router;
}
