import type { Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { LogFilter, LogPage } from '@daihon/shared/log';
import type { Context } from '../../../usecases/context.ts';
import { exportLog, readLog } from '../../../usecases/logs/readLog.ts';
import type { CsvLanguage } from '../csv.ts';
import { writeLogCsv } from '../csv.ts';
import { parse, route } from '../route.ts';

const CsvAsk = z.strictObject({
  ...LogFilter.shape,
  encoding: z.enum(['utf-8', 'sjis']).default('utf-8'),
  lang: z.enum(['ja', 'en']).optional(),
});

/** Log inquiry: a page, and the same filter as CSV. */
export function logRoutes(timeZone: string): Router {
  const router = Router();
  router.get(
    '/api/logs/:name',
    route(async ({ context, request, response }) => {
      const name = String(request.params.name);
      if (name.endsWith('.csv')) {
        await sendCsv(context, name.slice(0, -'.csv'.length), request, response, timeZone);
        return undefined;
      }
      const { cursor, limit, ...filter } = parse(LogPage, request.query);
      return readLog(context, name, filter, { cursor, limit });
    }),
  );
  return router;
}

async function sendCsv(
  context: Context,
  name: string,
  request: Request,
  response: Response,
  timeZone: string,
): Promise<void> {
  const { encoding, lang, ...filter } = parse(CsvAsk, request.query);
  const { log, rows } = await exportLog(context, name, filter, encoding);
  const language = lang ?? readerLanguage(request);
  response.set({
    'Content-Type': `text/csv; charset=${encoding === 'sjis' ? 'Shift_JIS' : 'utf-8'}`,
    'Content-Disposition': `attachment; filename="daihon-${log}.csv"`,
    'Content-Language': language,
  });
  try {
    await writeLogCsv(response, log, rows, { language, encoding, timeZone });
  } catch (error) {
    // The reader has gone, or the store has: the answer has begun, so all that is left is to cut it.
    if (!response.headersSent) throw error;
    response.destroy();
  }
}

function readerLanguage(request: Request): CsvLanguage {
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}
