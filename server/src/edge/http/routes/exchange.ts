import type { Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { ExportScript, PreviewImport, RunImport } from '@daihon/shared/wire/exchange';
import type { ImportMade } from '@daihon/shared/wire/exchange';
import type { Ports } from '../../../usecases/context.ts';
import { readLastImport, undoImport } from '../../../usecases/scripts/exchange/draftImports.ts';
import { exampleFile } from '../../../usecases/scripts/exchange/exampleFile.ts';
import type { ExportedFile } from '../../../usecases/scripts/exchange/exportScript.ts';
import { exportScript, printScript } from '../../../usecases/scripts/exchange/exportScript.ts';
import { importScript } from '../../../usecases/scripts/exchange/importScript.ts';
import { previewImport } from '../../../usecases/scripts/exchange/previewImport.ts';
import { parameter, parse, route } from '../route.ts';
import { ifMatch } from './ifMatch.ts';

const Example = z.strictObject({
  format: z.enum(['markdown', 'csv', 'xlsx']),
  language: z.enum(['ja', 'en']).default('ja'),
});

/** Scripts from files and as files. An export writes its record, so it is a POST. */
export function exchangeRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/imports/example',
    route(async ({ context, request, response }) => {
      send(response, await exampleFile(context, parse(Example, request.query)));
    }),
  );
  router.post(
    '/api/imports/preview',
    route(({ context, request }) => previewImport(ports, context, parse(PreviewImport, request.body))),
  );
  router.post(
    '/api/imports',
    route(async ({ context, request, response }) => {
      const ask = parse(RunImport, request.body);
      const { summary, tag, importId } = await importScript(ports, context, ask, ifMatch(request));
      response.status(ask.scriptId === undefined ? 201 : 200).location(`/api/scripts/${summary.id}`);
      response.setHeader('ETag', tag);
      return { ...summary, importId } satisfies ImportMade;
    }),
  );
  router.post(
    '/api/imports/:id/undo',
    route(({ context, request }) => undoImport(ports, context, parameter(request, 'id'))),
  );
  router.get(
    '/api/scripts/:id/imports/last',
    route(async ({ context, request }) => ({
      item: await readLastImport(context, parameter(request, 'id')),
    })),
  );
  router.post(
    '/api/scripts/:id/export',
    route(async ({ context, request, response }) => {
      const ask = parse(ExportScript, request.body);
      const id = parameter(request, 'id');
      const { format } = ask;
      if (format === 'print') return printScript(ports, context, id, ask);
      send(response, await exportScript(ports, context, id, { ...ask, format }));
      return undefined;
    }),
  );
  return router;
}

function send(response: Response, { name, type, bytes }: ExportedFile): void {
  const plain = name.replaceAll(/[^\w.-]+/gu, '_');
  response
    .set({
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
    })
    .end(bytes);
}
