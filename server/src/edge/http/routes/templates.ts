import { Router } from 'express';
import { listTemplates } from '../../../usecases/scripts/templates.ts';
import { route } from '../route.ts';

/** What a new script can be made from. */
export function templateRoutes(): Router {
  const router = Router();
  router.get(
    '/api/templates',
    route(({ context }) => Promise.resolve(listTemplates(context))),
  );
  return router;
}
