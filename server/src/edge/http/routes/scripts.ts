import { Router } from 'express';
import type { Response } from 'express';
import { CreateScript, DuplicateScript, PatchScript } from '@daihon/shared/wire/http';
import { binScript } from '../../../usecases/scripts/binScript.ts';
import { changeScript } from '../../../usecases/scripts/changeScript.ts';
import { createScript } from '../../../usecases/scripts/createScript.ts';
import { duplicateScript } from '../../../usecases/scripts/duplicateScript.ts';
import { getScript } from '../../../usecases/scripts/getScript.ts';
import { listScripts } from '../../../usecases/scripts/listScripts.ts';
import { readPart } from '../../../usecases/scripts/readPart.ts';
import { readDraft } from '../../../usecases/scripts/readDraft.ts';
import { reviewScript } from '../../../usecases/scripts/reviewScript.ts';
import type { ScriptWithTag } from '../../../usecases/scripts/scriptView.ts';
import type { Ports } from '../../../usecases/context.ts';
import { parameter, parse, route } from '../route.ts';
import { ifMatch } from './ifMatch.ts';
import { Paging } from './paging.ts';

/** /api/scripts: the list, metadata and the draft as JSON. */
export function scriptRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/scripts',
    route(({ context, request }) => {
      const { cursor, limit } = parse(Paging, request.query);
      return listScripts(ports, context, { cursor: cursor ?? null, limit });
    }),
  );
  router.post(
    '/api/scripts',
    route(async ({ context, request, response }) => {
      const created = await createScript(ports, context, parse(CreateScript, request.body));
      response.status(201).location(`/api/scripts/${created.summary.id}`);
      return tagged(response, created);
    }),
  );
  router.get(
    '/api/scripts/:id',
    route(async ({ context, request, response }) =>
      tagged(response, await getScript(ports, context, parameter(request, 'id'))),
    ),
  );
  router.patch(
    '/api/scripts/:id',
    route(async ({ context, request, response }) => {
      const ask = parse(PatchScript, request.body);
      const id = parameter(request, 'id');
      return tagged(response, await changeScript(ports, context, id, ask, ifMatch(request)));
    }),
  );
  router.delete(
    '/api/scripts/:id',
    route(({ context, request }) => binScript(ports, context, parameter(request, 'id'))),
  );
  router.post(
    '/api/scripts/:id/duplicate',
    route(async ({ context, request, response }) => {
      const { title } = parse(DuplicateScript, request.body);
      const made = await duplicateScript(ports, context, parameter(request, 'id'), title);
      response.status(201).location(`/api/scripts/${made.summary.id}`);
      return tagged(response, made);
    }),
  );
  router.post(
    '/api/scripts/:id/reviewed',
    route(async ({ context, request, response }) =>
      tagged(response, await reviewScript(ports, context, parameter(request, 'id'), ifMatch(request))),
    ),
  );
  router.get(
    '/api/scripts/:id/draft',
    route(({ context, request }) => readDraft(ports, context, parameter(request, 'id'))),
  );
  router.get(
    '/api/scripts/:id/part',
    route(({ context, request }) => readPart(ports, context, parameter(request, 'id'))),
  );
  return router;
}

function tagged(response: Response, script: ScriptWithTag) {
  response.setHeader('ETag', script.tag);
  return script.summary;
}
