import type { LogName } from '@daihon/shared/log';

/** What the page's address says; the same filter is the page, its permalink and its CSV. */
export interface LogAsk {
  name: LogName;
  period: Period;
  /** Wall-clock minutes in Japan, `2026-11-24T09:00`; only with the period `custom`. */
  from: string;
  to: string;
  loginId: string;
  scriptId: string;
  kind: string;
  result: string;
  q: string;
}

export type Period = 'all' | 'today' | 'day' | 'week' | 'month' | 'custom';
export const periods: readonly Period[] = ['all', 'today', 'day', 'week', 'month', 'custom'];
export const logNames: readonly LogName[] = [
  'access',
  'operation',
  'admin',
  'memo',
  'socket',
  'releases',
  'receipts',
  'signins',
  'exports',
];
/** What stays when one turns to another log: who, what script and when; a kind belongs to its own log. */
const texts = ['from', 'to', 'loginId', 'scriptId', 'kind', 'result', 'q'] as const;

export function readAsk(params: URLSearchParams): LogAsk {
  const text = Object.fromEntries(texts.map((key) => [key, params.get(key) ?? ''])) as Record<
    (typeof texts)[number],
    string
  >;
  return {
    name: logNames.find((each) => each === params.get('log')) ?? 'access',
    period: periods.find((each) => each === params.get('period')) ?? 'all',
    ...text,
  };
}

/** The address of an ask; what is not set is not in it. */
export function writeAsk(ask: LogAsk): URLSearchParams {
  const params = new URLSearchParams({ log: ask.name });
  if (ask.period !== 'all') params.set('period', ask.period);
  for (const key of texts) {
    const custom = (key === 'from' || key === 'to') && ask.period !== 'custom';
    if (ask[key] !== '' && !custom) params.set(key, ask[key]);
  }
  return params;
}

/** The query of the server's log routes; `now` fixes what "24 hours" means for page and CSV alike. */
export function queryOf(ask: LogAsk, now: Date): URLSearchParams {
  const query = new URLSearchParams();
  const { from, to } = boundsOf(ask, now);
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  for (const key of ['loginId', 'scriptId', 'kind', 'result', 'q'] as const) {
    const value = key === 'loginId' ? ask[key].trim().toLowerCase() : ask[key].trim();
    if (value !== '') query.set(key, value);
  }
  return query;
}

const hourMs = 3_600_000;
const back: Partial<Record<Period, number>> = {
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  month: 30 * 24 * hourMs,
};

function boundsOf(ask: LogAsk, now: Date): { from: string | null; to: string | null } {
  if (ask.period === 'custom') return { from: inJapan(ask.from), to: inJapan(ask.to) };
  if (ask.period === 'today') {
    // Japan has no summer time: the offset is always nine hours.
    const day = new Date(now.getTime() + 9 * hourMs).toISOString().slice(0, 10);
    return { from: `${day}T00:00:00+09:00`, to: null };
  }
  const ms = back[ask.period];
  return { from: ms === undefined ? null : new Date(now.getTime() - ms).toISOString(), to: null };
}

function inJapan(minute: string): string | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(minute) ? `${minute}:00+09:00` : null;
}
