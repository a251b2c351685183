import { AppError } from '@daihon/shared/errors';
import type { LogFilter, LogName, LogRow } from '@daihon/shared/log';
import { LogName as LogNames } from '@daihon/shared/log';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { logSources } from './logSources.ts';

const EXPORT_PART_ROWS = 500;

/** One page of a log, newest first. Reading is itself a row of the operation log. Throws `not_found` for a log that is none. */
export async function readLog(
  context: Context,
  name: string,
  filter: LogFilter,
  page: { cursor: string | undefined; limit: number },
): Promise<Page<LogRow>> {
  authorise(context.actor, 'log.read');
  const log = demandName(name);
  const part = await logSources[log](context.actor.tenantId, filter, page.cursor ?? null, page.limit);
  await record([
    auditNote(context, 'operation', {
      action: 'log.read',
      target: { type: 'log', id: log, label: log },
      detail: { filter, rows: part.rows.length },
    }),
  ]);
  return { items: part.rows, nextCursor: part.next };
}

/**
 * Every row of the same filter, newest first, a part at a time: constant memory at any size. The export is on record before its first row
 * is handed out. Throws like `readLog`.
 */
export async function exportLog(
  context: Context,
  name: string,
  filter: LogFilter,
  encoding: string,
): Promise<{ log: LogName; rows: AsyncIterable<LogRow> }> {
  authorise(context.actor, 'log.read');
  const log = demandName(name);
  await record([
    auditNote(context, 'operation', {
      action: 'export',
      target: { type: 'log', id: log, label: log },
      detail: { filter, format: 'csv', encoding },
    }),
  ]);
  return { log, rows: allRows(context.actor.tenantId, log, filter) };
}

async function* allRows(tenantId: string, log: LogName, filter: LogFilter): AsyncIterable<LogRow> {
  let cursor: string | null = null;
  do {
    const { rows, next }: { rows: LogRow[]; next: string | null } = await logSources[log](
      tenantId,
      filter,
      cursor,
      EXPORT_PART_ROWS,
    );
    yield* rows;
    cursor = next;
  } while (cursor !== null);
}

function demandName(name: string): LogName {
  const parsed = LogNames.safeParse(name);
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data;
}
