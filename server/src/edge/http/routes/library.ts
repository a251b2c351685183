import { Router } from 'express';
import { z } from 'zod';
import { FindAsk, ReplaceAsk } from '@daihon/shared/wire/library';
import type { Ports } from '../../../usecases/context.ts';
import { findText } from '../../../usecases/replacements/findText.ts';
import { readRun } from '../../../usecases/replacements/readRun.ts';
import { replaceText } from '../../../usecases/replacements/replaceText.ts';
import { takeBack } from '../../../usecases/replacements/takeBack.ts';
import { countReviews } from '../../../usecases/scripts/countReviews.ts';
import { listUses } from '../../../usecases/scripts/listUses.ts';
import { readStatus } from '../../../usecases/scripts/readStatus.ts';
import { searchScripts } from '../../../usecases/scripts/searchScripts.ts';
import { parameter, parse, route } from '../route.ts';

const Search = z.strictObject({ q: z.string().max(200) });

/** What one asks of all scripts together: search, status, uses, reviews, find and replace. */
export function libraryRoutes(ports: Ports): Router {
  const router = Router();
  const list = <T>(items: T[]) => ({ items, nextCursor: null });
  router.get(
    '/api/search/scripts',
    route(async ({ context, request }) =>
      list(await searchScripts(ports, context, parse(Search, request.query).q)),
    ),
  );
  router.get(
    '/api/status/scripts',
    route(async ({ context }) => list(await readStatus(ports, context))),
  );
  router.get(
    '/api/reviews/count',
    route(({ context }) => countReviews(context)),
  );
  router.get(
    '/api/scripts/:id/uses',
    route(async ({ context, request }) => list(await listUses(ports, context, parameter(request, 'id')))),
  );
  router.post(
    '/api/replacements/preview',
    route(({ context, request }) => findText(ports, context, parse(FindAsk, request.body))),
  );
  router.post(
    '/api/replacements',
    route(async ({ context, request, response }) => {
      const run = await replaceText(ports, context, parse(ReplaceAsk, request.body));
      response.status(201);
      return run;
    }),
  );
  router.get(
    '/api/replacements/:id',
    route(({ context, request }) => readRun(context, parameter(request, 'id'))),
  );
  router.post(
    '/api/replacements/:id/undo',
    route(({ context, request }) => takeBack(ports, context, parameter(request, 'id'))),
  );
  return router;
}
