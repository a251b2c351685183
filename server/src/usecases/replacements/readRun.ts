import { z } from 'zod';
import { AppError } from '@daihon/shared/errors';
import { textParts } from '@daihon/shared/script/find/texts';
import { ReplaceQuery } from '@daihon/shared/wire/library';
import type { ReplacedScript, ReplaceRun } from '@daihon/shared/wire/library';
import { findNames } from '../../store/accounts.ts';
import type { ReplacementRecord } from '../../store/replacements.ts';
import { findRun } from '../../store/replacements.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

const Place = z.object({
  part: z.enum(textParts),
  stepId: z.string().nullable(),
  item: z.string(),
  paragraph: z.number().nullable(),
  maxLength: z.number().nullable(),
});

/** What a replacement keeps of itself, so that it can be taken back. */
export const ReplacementContent = z.object({
  query: ReplaceQuery,
  text: z.string(),
  hitIds: z.array(z.string()),
  done: z.array(
    z.object({
      place: Place,
      before: z.string(),
      anchor: z.object({ lead: z.string(), quote: z.string(), tail: z.string() }),
    }),
  ),
  title: z.string(),
  changed: z.number(),
  tooLong: z.number(),
});
export type ReplacementContent = z.infer<typeof ReplacementContent>;

/** What a replacement did, script by script, and what of it was taken back since. Throws `not_found`. */
export async function readRun(context: Context, runId: string): Promise<ReplaceRun> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'script.edit');
  const rows = await findRun(tenantId, runId, (content) => ReplacementContent.parse(content));
  const [first] = rows;
  if (first === undefined) throw new AppError('not_found');
  const people = rows.flatMap(({ accountId, takenBack }) => [accountId, takenBack?.by ?? accountId]);
  const names = await findNames(tenantId, people);
  return {
    id: runId,
    query: first.content.query.text,
    text: first.content.text,
    at: first.at.toISOString(),
    by: names.get(first.accountId) ?? '',
    scripts: rows.map((row) => present(row, names)),
  };
}

export function present(
  { id, scriptId, content, takenBack }: ReplacementRecord<ReplacementContent>,
  names: ReadonlyMap<string, string>,
): ReplacedScript {
  const { title, changed, tooLong, done } = content;
  return {
    id,
    scriptId,
    title,
    replaced: done.length,
    changed,
    tooLong,
    failed: false,
    takenBack:
      takenBack === null
        ? null
        : { at: takenBack.at.toISOString(), by: names.get(takenBack.by) ?? '', lost: takenBack.lost },
  };
}
