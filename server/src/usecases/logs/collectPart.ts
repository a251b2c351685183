import type { LogFilter, LogRow } from '@daihon/shared/log';
import type { LogPart } from './logSource.ts';

const BATCH_ROWS = 200;
/** So that a rare text cannot keep one request scanning for ever: the part then ends early, with a cursor. */
const MAX_SCANNED = 5_000;

export interface Candidate<K> {
  key: K;
  row: Omit<LogRow, 'n'> & { n: number | null };
  /** What `q` looks into. */
  text: string;
  scriptId: string | null;
}

/**
 * Gathers a part of a log whose content cannot be filtered in the store (it is sealed there). Rows without a number of their own are numbered
 * from the newest on.
 */
export async function collectPart<K>(
  filter: LogFilter,
  cursor: string | null,
  limit: number,
  source: {
    parseKey: (value: unknown) => K | null;
    fetch: (after: K | null, limit: number) => Promise<Candidate<K>[]>;
  },
): Promise<LogPart> {
  const start = decodeCursor(cursor, source.parseKey);
  let { key, count } = start;
  const rows: LogRow[] = [];
  for (let scanned = 0; scanned < MAX_SCANNED;) {
    const batch = await source.fetch(key, BATCH_ROWS);
    for (const candidate of batch) {
      ({ key } = candidate);
      if (!matches(filter, candidate)) continue;
      count += 1;
      rows.push({ ...candidate.row, n: candidate.row.n ?? count });
      if (rows.length === limit) return { rows, next: encodeCursor(key, count) };
    }
    if (batch.length < BATCH_ROWS) return { rows, next: null };
    scanned += batch.length;
  }
  return { rows, next: encodeCursor(key, count) };
}

function matches(filter: LogFilter, { row, text, scriptId }: Candidate<unknown>): boolean {
  if (filter.from !== undefined && Date.parse(row.at) < Date.parse(filter.from)) return false;
  if (filter.to !== undefined && Date.parse(row.at) >= Date.parse(filter.to)) return false;
  if (filter.loginId !== undefined && row.actor.loginId !== filter.loginId) return false;
  if (filter.scriptId !== undefined && scriptId !== filter.scriptId) return false;
  if (filter.kind !== undefined && row.action !== filter.kind) return false;
  if (filter.result !== undefined && row.result !== filter.result) return false;
  const q = filter.q?.toLowerCase() ?? '';
  return q === '' || `${text}\n${row.actor.loginId}\n${row.action}`.toLowerCase().includes(q);
}

function encodeCursor(key: unknown, count: number): string {
  return Buffer.from(JSON.stringify([key, count])).toString('base64url');
}

function decodeCursor<K>(
  cursor: string | null,
  parseKey: (value: unknown) => K | null,
): { key: K | null; count: number } {
  if (cursor === null) return { key: null, count: 0 };
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return { key: null, count: 0 };
    return { key: parseKey(value[0]), count: typeof value[1] === 'number' ? value[1] : 0 };
  } catch {
    return { key: null, count: 0 };
  }
}
