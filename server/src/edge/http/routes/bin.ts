import { Router } from 'express';
import type { Ports } from '../../../usecases/context.ts';
import { listBin } from '../../../usecases/scripts/listBin.ts';
import { unbinScript } from '../../../usecases/scripts/unbinScript.ts';
import { parameter, route } from '../route.ts';

/** /api/bin: what was thrown away and can be brought back. */
export function binRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/bin/scripts',
    route(async ({ context }) => ({ items: await listBin(ports, context), nextCursor: null })),
  );
  router.post(
    '/api/bin/scripts/:id/restore',
    route(async ({ context, request, response }) => {
      const back = await unbinScript(ports, context, parameter(request, 'id'));
      response.setHeader('ETag', back.tag);
      return back.summary;
    }),
  );
  return router;
}
