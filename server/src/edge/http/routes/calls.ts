import { Router } from 'express';
import { z } from 'zod';
import { EndCall, SaveCall, StartCall } from '@daihon/shared/call';
import { endCall } from '../../../usecases/calls/endCall.ts';
import { listCalls, readCall } from '../../../usecases/calls/readCalls.ts';
import { putAwayAside } from '../../../usecases/calls/putAwayAside.ts';
import { saveCall } from '../../../usecases/calls/saveCall.ts';
import { startCall } from '../../../usecases/calls/startCall.ts';
import type { Ports } from '../../../usecases/context.ts';
import { parameter, parse, route } from '../route.ts';
import { Paging } from './paging.ts';

const CallList = z.strictObject({
  ...Paging.shape,
  open: z.enum(['0', '1']).default('0'),
  scriptId: z.string().max(64).optional(),
  loginId: z.string().max(254).optional(),
  /** Calls that ran on this version of `scriptId`, for however long. */
  version: z.coerce.number().int().positive().optional(),
});

/** Calls of agents. Every write may be repeated: ids and revisions are the client's. */
export function callRoutes(ports: Pick<Ports, 'timeZone'>): Router {
  const router = Router();
  router.get(
    '/api/calls',
    route(({ context, request }) => {
      const { open, limit, cursor, scriptId, loginId, version } = parse(CallList, request.query);
      return listCalls(context, {
        openOnly: open === '1',
        ...(scriptId === undefined ? {} : { scriptId }),
        ...(loginId === undefined ? {} : { loginId }),
        ...(version === undefined ? {} : { version }),
        cursor: cursor ?? null,
        limit,
      });
    }),
  );
  router.post(
    '/api/calls',
    route(async ({ context, request, response }) => {
      const { call, fresh } = await startCall(ports, context, parse(StartCall, request.body));
      response.status(fresh ? 201 : 200);
      return call;
    }),
  );
  router.get(
    '/api/calls/:id',
    route(({ context, request }) => readCall(context, parameter(request, 'id'))),
  );
  router.patch(
    '/api/calls/:id',
    route(({ context, request }) =>
      saveCall(context, parameter(request, 'id'), parse(SaveCall, request.body)),
    ),
  );
  router.post(
    '/api/calls/:id/end',
    route(({ context, request }) => endCall(context, parameter(request, 'id'), parse(EndCall, request.body))),
  );
  router.delete(
    '/api/calls/:id/asides/:aside',
    route(({ context, request }) =>
      putAwayAside(context, parameter(request, 'id'), parameter(request, 'aside')),
    ),
  );
  return router;
}
