import type { OpeningSpan } from '../settings.ts';
import { holidayOn } from './businessDays.ts';
import { addDays, minuteOf, weekdayName } from './days.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'calendar' | 'holidays'>;

/** The hours that begin on this day: its own when it is an extra open day, none when it is closed, else those of its weekday. */
export function hoursOn(day: string, around: Around): readonly OpeningSpan[] {
  const { closed, open, hours, japaneseHolidays } = around.calendar;
  if (closed.some(({ date }) => date === day)) return [];
  const extra = open.find(({ date }) => date === day);
  if (extra !== undefined) return extra.hours;
  if (japaneseHolidays && holidayOn(day, around) !== null) return [];
  return hours[weekdayName(day)];
}

/**
 * Whether the centre is open at `minute` (after midnight) of `day`. Hours past midnight belong to the day they began on: Friday's
 * 22:00–06:00 lasts into a closed Saturday. The closing minute itself is closed.
 */
export function isOpenAt(day: string, minute: number, around: Around): boolean {
  const today = hoursOn(day, around).map(minutesOf);
  const sinceYesterday = hoursOn(addDays(day, -1), around).map(minutesOf);
  return (
    today.some(({ from, to }) => minute >= from && minute < to) ||
    sinceYesterday.some(({ to }) => minute < to - midnight)
  );
}

const midnight = 1_440;

/** `to` counts on past midnight when it is at or before `from`. */
function minutesOf(span: OpeningSpan): { from: number; to: number } {
  const from = minuteOf(span.from) ?? 0;
  const to = minuteOf(span.to) ?? 0;
  return { from, to: to <= from ? to + midnight : to };
}
