import type { Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import type { RosterLine } from '@daihon/shared/receipts';
import type { Context, Ports } from '../../../usecases/context.ts';
import { exportReceipts, readEvidence } from '../../../usecases/releases/exportReceipts.ts';
import { listReceipts } from '../../../usecases/releases/listReceipts.ts';
import { ownReading } from '../../../usecases/releases/ownReading.ts';
import { remind } from '../../../usecases/releases/remind.ts';
import type { CsvLanguage } from '../csv.ts';
import { writeTable, zonedTime } from '../csv.ts';
import { parameter, parse, route } from '../route.ts';
import { Paging } from './paging.ts';

const Seq = z.coerce.number().int().positive();
const Flag = z.enum(['0', '1']).default('0');

const RosterQuery = z.strictObject({
  ...Paging.shape,
  seq: Seq.optional(),
  missing: Flag,
  q: z.string().max(100).default(''),
});
const CsvQuery = z.strictObject({
  seq: Seq.optional(),
  missing: Flag,
  encoding: z.enum(['utf-8', 'sjis']).default('utf-8'),
  lang: z.enum(['ja', 'en']).default('ja'),
});
const EvidenceQuery = z.strictObject({ seq: Seq.optional() });
const Remind = z.strictObject({ seq: z.number().int().positive() });

/** Who has received, opened and acknowledged a release; what is still asked of oneself. */
export function receiptRoutes(ports: Ports, timeZone: string): Router {
  const router = Router();
  router.get(
    '/api/releases/mine',
    route(({ context }) => ownReading(context)),
  );
  router.get(
    '/api/scripts/:id/receipts',
    route(({ context, request }) => {
      const { seq, cursor, limit, missing, q } = parse(RosterQuery, request.query);
      const ask = { seq: seq ?? null, cursor: cursor ?? null, limit, missing: missing === '1', q };
      return listReceipts(context, parameter(request, 'id'), ask);
    }),
  );
  router.get(
    '/api/scripts/:id/receipts.csv',
    route(({ context, request, response }) => sendCsv(context, request, response, timeZone)),
  );
  router.post(
    '/api/scripts/:id/receipts/remind',
    route(({ context, request }) =>
      remind(ports, context, parameter(request, 'id'), parse(Remind, request.body).seq),
    ),
  );
  router.get(
    '/api/scripts/:id/evidence',
    route(async ({ context, request, response }) => {
      const { seq } = parse(EvidenceQuery, request.query);
      const { evidence, hash } = await readEvidence(context, parameter(request, 'id'), seq ?? null);
      const name = `daihon-evidence-${evidence.release.seq}.json`;
      response.set('Content-Disposition', `attachment; filename="${name}"`);
      return { ...evidence, hash };
    }),
  );
  return router;
}

async function sendCsv(
  context: Context,
  request: Request,
  response: Response,
  timeZone: string,
): Promise<undefined> {
  const { seq, missing, encoding, lang } = parse(CsvQuery, request.query);
  const ask = { seq: seq ?? null, missing: missing === '1', encoding };
  const { release, lines } = await exportReceipts(context, parameter(request, 'id'), ask);
  response.set({
    'Content-Type': `text/csv; charset=${encoding === 'sjis' ? 'Shift_JIS' : 'utf-8'}`,
    'Content-Disposition': `attachment; filename="daihon-receipts-${release.seq}.csv"`,
    'Content-Language': lang,
  });
  try {
    await writeTable(response, tableOf(lines, lang, zonedTime(timeZone)), encoding);
  } catch (error) {
    // The reader has gone: the answer has begun, so all that is left is to cut it.
    if (!response.headersSent) throw error;
    response.destroy();
  }
  return undefined;
}

const heads: Record<CsvLanguage, string[]> = {
  ja: ['ログインID', '氏名', '対象', '受信', '開封', '確認', '未対応'],
  en: ['Login ID', 'Name', 'Addressed', 'Received', 'Opened', 'Acknowledged', 'Missing'],
};
const standings: Record<CsvLanguage, Record<RosterLine['standing'], string>> = {
  ja: { addressed: '対象', left: '対象（利用停止など）', later: '公開後に参加' },
  en: { addressed: 'yes', left: 'yes (no longer active)', later: 'joined later' },
};
const yes: Record<CsvLanguage, string> = { ja: '未対応', en: 'missing' };

function* tableOf(
  lines: readonly RosterLine[],
  language: CsvLanguage,
  time: (iso: string) => string,
): Iterable<string[]> {
  yield heads[language];
  const timeOf = (iso: string | null) => (iso === null ? '' : time(iso));
  for (const { account, standing, receivedAt, openedAt, acknowledgedAt, missing } of lines) {
    yield [
      account.loginId,
      account.name,
      standings[language][standing],
      timeOf(receivedAt),
      timeOf(openedAt),
      timeOf(acknowledgedAt),
      missing ? yes[language] : '',
    ];
  }
}
