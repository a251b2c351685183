import type { LogFilter, LogRow } from '@daihon/shared/log';

/** One part of a log, newest first. `next` goes on after it; null at the end. */
export interface LogPart {
  rows: LogRow[];
  next: string | null;
}

/** Reads `limit` rows at most after `cursor`; a part may hold fewer and still go on. */
export type LogSource = (
  tenantId: string,
  filter: LogFilter,
  cursor: string | null,
  limit: number,
) => Promise<LogPart>;
