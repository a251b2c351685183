import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { NamePoint, RestorePoint } from '@daihon/shared/wire/points';
import type { Ports } from '../../../usecases/context.ts';
import { comparePoint } from '../../../usecases/versions/timeline/comparePoint.ts';
import { listPoints } from '../../../usecases/versions/timeline/listPoints.ts';
import { namePoint } from '../../../usecases/versions/timeline/namePoint.ts';
import { readTimeline } from '../../../usecases/versions/timeline/readTimeline.ts';
import { restorePoint } from '../../../usecases/versions/timeline/restorePoint.ts';
import { undoRestore } from '../../../usecases/versions/timeline/undoRestore.ts';
import { parameter, parse, route } from '../route.ts';
import { Paging } from './paging.ts';

const InWords = z.strictObject({ language: z.enum(['ja', 'en']).nullable().default(null) });
const TimelinePage = z.strictObject({ cursor: z.string().max(40).optional() });
const PointPage = z.strictObject({ ...Paging.shape, cursor: z.iso.datetime().optional() });

/** The timeline of a draft: who changed what when, and the points that it can go back to. */
export function timelineRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/scripts/:id/timeline',
    route(({ context, request }) => {
      const { cursor } = parse(TimelinePage, request.query);
      return readTimeline(ports, context, parameter(request, 'id'), cursor ?? null);
    }),
  );
  router.get(
    '/api/scripts/:id/points',
    route(({ context, request }) => {
      const { cursor, limit } = parse(PointPage, request.query);
      const before = cursor === undefined ? null : new Date(cursor);
      return listPoints(context, parameter(request, 'id'), { before, limit });
    }),
  );
  router.post(
    '/api/scripts/:id/points',
    route(async ({ context, request, response }) => {
      const { name } = parse(NamePoint, request.body);
      const point = await namePoint(ports, context, parameter(request, 'id'), name);
      response.status(201);
      return point;
    }),
  );
  router.get(
    '/api/scripts/:id/points/:pointId/diff',
    route(({ context, request }) => {
      const { language } = parse(InWords, request.query);
      return comparePoint(ports, context, pointOf(request), language);
    }),
  );
  router.post(
    '/api/scripts/:id/points/:pointId/restore',
    route(({ context, request }) => {
      const { stepId, state } = parse(RestorePoint, request.body ?? {});
      return restorePoint(ports, context, pointOf(request), { stepId: stepId ?? null, state });
    }),
  );
  router.post(
    '/api/scripts/:id/points/:pointId/undo',
    route(({ context, request }) => undoRestore(ports, context, pointOf(request))),
  );
  return router;
}

function pointOf(request: Request): { scriptId: string; pointId: string } {
  return { scriptId: parameter(request, 'id'), pointId: parameter(request, 'pointId') };
}
