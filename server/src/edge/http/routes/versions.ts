import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { AppError } from '@daihon/shared/errors';
import type { VersionSummary } from '@daihon/shared/version';
import { Publish, Restore } from '@daihon/shared/wire/http';
import type { Ports } from '../../../usecases/context.ts';
import { previewPublication } from '../../../usecases/publishing/previewPublication.ts';
import { publishScript } from '../../../usecases/publishing/publishScript.ts';
import { compareVersions } from '../../../usecases/versions/compareVersions.ts';
import { listVersions } from '../../../usecases/versions/listVersions.ts';
import { readVersion } from '../../../usecases/versions/readVersion.ts';
import { restoreVersion } from '../../../usecases/versions/restoreVersion.ts';
import { parameter, parse, route } from '../route.ts';

/** In whose words differences are told; without one, as stored. */
const InWords = z.strictObject({ language: z.enum(['ja', 'en']).nullable().default(null) });

const HistoryPage = z.strictObject({
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Publishing and what was published. */
export function versionRoutes(ports: Ports): Router {
  const router = Router();
  router.post(
    '/api/scripts/:id/publish',
    route(async ({ context, request, response }) => {
      const ask = parse(Publish, request.body);
      const published = await publishScript(ports, context, parameter(request, 'id'), ask);
      response.status(201);
      return published;
    }),
  );
  router.get(
    '/api/scripts/:id/changes',
    route(({ context, request }) => {
      const { language } = parse(InWords, request.query);
      return previewPublication(ports, context, parameter(request, 'id'), language);
    }),
  );
  router.get(
    '/api/scripts/:id/versions',
    route(({ context, request }) => {
      const { cursor, limit } = parse(HistoryPage, request.query);
      return listVersions(context, parameter(request, 'id'), { before: cursor ?? null, limit });
    }),
  );
  router.get(
    '/api/scripts/:id/versions/:n',
    route(async ({ context, request, response }) => {
      const { summary, script } = await readVersion(
        context,
        parameter(request, 'id'),
        numberOf(request, 'n'),
      );
      sendVersion(request, response, summary, script);
    }),
  );
  router.get(
    '/api/scripts/:id/versions/:a/diff/:b',
    route(({ context, request }) => {
      const to = parameter(request, 'b') === 'draft' ? ('draft' as const) : numberOf(request, 'b');
      const { language } = parse(InWords, request.query);
      const ask = { from: numberOf(request, 'a'), to, language };
      return compareVersions(ports, context, parameter(request, 'id'), ask);
    }),
  );
  router.post(
    '/api/scripts/:id/versions/:n/restore',
    route(({ context, request }) => {
      const { stepId, state } = parse(Restore, request.body ?? {});
      const version = { scriptId: parameter(request, 'id'), number: numberOf(request, 'n') };
      return restoreVersion(ports, context, version, { stepId: stepId ?? null, state });
    }),
  );
  return router;
}

/**
 * The hash names the content for good, so a browser that has it is told so; whether this account may read it has been asked. One
 * without a release is not whole yet: its `seq` is still to come.
 */
function sendVersion(request: Request, response: Response, summary: VersionSummary, script: string): void {
  response.setHeader('ETag', `"${summary.hash}"`);
  if (summary.seq !== null) {
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Vary', 'Cookie');
    if (request.headers['if-none-match'] === `"${summary.hash}"`) {
      response.status(304).end();
      return;
    }
  }
  response.type('json').send(`${JSON.stringify(summary).slice(0, -1)},"script":${script}}`);
}

/** A version number of the path; what is none names nothing. */
function numberOf(request: Request, name: string): number {
  const text = parameter(request, name);
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new AppError('not_found');
  return Number(text);
}
