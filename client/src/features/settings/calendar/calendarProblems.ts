import { Calendar } from '@daihon/shared/settings';
import type { Calendar as CalendarType } from '@daihon/shared/settings';

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u;

export function isClockTime(text: string): boolean {
  return clock.test(text);
}

/** `9`, `９：３０` and `930` as people type them, as 09:00 and 09:30; anything else as it is. */
export function clockTimeOf(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[時.]/gu, ':').replace(/分$/u, '').trim();
  const match = /^(\d{1,2}):?(\d{2})?$/u.exec(plain.replace(/:$/u, ''));
  if (match === null) return typed;
  const text = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return isClockTime(text) ? text : typed;
}

/** The dates that stand there more than once. */
export function repeatedDates(days: readonly { date: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(days.flatMap(({ date }) => (seen.has(date) ? [date] : (seen.add(date), []))));
}

export function isValid(calendar: CalendarType): boolean {
  const once = repeatedDates(calendar.closed).size === 0 && repeatedDates(calendar.open).size === 0;
  return once && Calendar.safeParse(calendar).success;
}
