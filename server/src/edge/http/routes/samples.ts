import { Router } from 'express';
import { CreateSample, PatchSample } from '@daihon/shared/sample/sample';
import type { Ports } from '../../../usecases/context.ts';
import { changeSample } from '../../../usecases/samples/changeSample.ts';
import { createSample } from '../../../usecases/samples/createSample.ts';
import { listSamples } from '../../../usecases/samples/listSamples.ts';
import { removeSample } from '../../../usecases/samples/removeSample.ts';
import { parameter, parse, route } from '../route.ts';

/** /api/scripts/:id/samples: the saved paths of a script (見本の発信者). All at once: there are at most fifty. */
export function sampleRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/scripts/:id/samples',
    route(async ({ context, request }) => ({
      items: await listSamples(context, parameter(request, 'id')),
      nextCursor: null,
    })),
  );
  router.post(
    '/api/scripts/:id/samples',
    route(async ({ context, request, response }) => {
      const ask = parse(CreateSample, request.body);
      const sample = await createSample(ports, context, parameter(request, 'id'), ask);
      response.status(201);
      return sample;
    }),
  );
  router.patch(
    '/api/scripts/:id/samples/:sampleId',
    route(({ context, request }) => {
      const ask = parse(PatchSample, request.body);
      const [id, sampleId] = [parameter(request, 'id'), parameter(request, 'sampleId')];
      return changeSample(ports, context, id, sampleId, ask);
    }),
  );
  router.delete(
    '/api/scripts/:id/samples/:sampleId',
    route(({ context, request }) =>
      removeSample(ports, context, parameter(request, 'id'), parameter(request, 'sampleId')),
    ),
  );
  return router;
}
