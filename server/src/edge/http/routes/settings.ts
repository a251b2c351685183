import { Router } from 'express';
import { Label, SettingsChange } from '@daihon/shared/settings';
import { isAddressRule } from '../../../platform/address.ts';
import type { Ports } from '../../../usecases/context.ts';
import { addLabel } from '../../../usecases/settings/addLabel.ts';
import { changeSettings, readPolicy, readSettings } from '../../../usecases/settings/settings.ts';
import { parse, route } from '../route.ts';

const PatchSettings = SettingsChange.refine(({ addressRules = [] }) => addressRules.every(isAddressRule), {
  path: ['addressRules'],
  message: 'must be addresses or CIDRs',
});

const NewLabel = Label.pick({ name: true, colour: true });

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
  router.post(
    '/api/labels',
    route(async ({ context, request, response }) => {
      const labels = await addLabel(context, parse(NewLabel, request.body));
      response.status(201);
      return labels;
    }),
  );
  return router;
}
