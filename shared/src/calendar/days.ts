import type { Weekday } from '../weekdays.ts';

// Days as YYYY-MM-DD and nothing else: they sort as text and know no time zone.

const dayMs = 86_400_000;
const weekdayNames: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A day as people and systems write it (`2026-01-05`, `2026/1/5`, `２０２６年１月５日`, an ISO time); null when it is none. */
export function dayOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.*)?$/u.exec(plain);
  if (match === null) return null;
  const [, year, month, day] = match;
  const text8601 = `${year}-${pad(month)}-${pad(day)}`;
  const ms = Date.parse(`${text8601}T00:00:00Z`);
  // 2026-02-30 is read as 2 March by some engines and as nothing by others.
  return Number.isNaN(ms) || dayAt(ms) !== text8601 ? null : text8601;
}

/** Minutes after midnight of `9:05`, `09:05`, `9時5分` or `9時`; 24:00 is 1,440. Null when it is no time. */
export function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?::|時)(?:(\d{1,2})分?)?(?::\d{2})?$/u.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) > 59 || minute > 1_440 ? null : minute;
}

/** The day `count` days after (before, when negative). */
export function addDays(day: string, count: number): string {
  return dayAt(msOf(day) + count * dayMs);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((msOf(to) - msOf(from)) / dayMs);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayNumber(day: string): number {
  return ((new Date(msOf(day)).getUTCDay() + 6) % 7) + 1;
}

export function weekdayName(day: string): Weekday {
  return weekdayNames[weekdayNumber(day) - 1] ?? 'mon';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day and the minutes after midnight that a clock in `timeZone` shows at `at` (ISO 8601 with offset). */
export function localTime(at: string, timeZone: string): { day: string; minute: number } {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const digits = '2-digit';
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
  });
  formats.set(timeZone, format);
  return format;
}

function pad(text = ''): string {
  return text.padStart(2, '0');
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
