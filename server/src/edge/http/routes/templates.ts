import { Router } from 'express';
import { listTemplates, readTemplate } from '../../../usecases/scripts/templates.ts';
import { parameter, route } from '../route.ts';

/** What a new script can be made from. */
export function templateRoutes(): Router {
  const router = Router();
  router.get(
    '/api/templates',
    route(({ context }) => Promise.resolve(listTemplates(context))),
  );
  router.get(
    '/api/templates/:id',
    route(({ context, request }) => Promise.resolve(readTemplate(context, parameter(request, 'id')))),
  );
  return router;
}
