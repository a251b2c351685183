import { addDays, weekdayNumber } from './days.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'calendar' | 'holidays'>;

/** The Japanese public holiday on this day; null when there is none (or the years are not known). */
export function holidayOn(day: string, { holidays }: Pick<Surroundings, 'holidays'>) {
  return holidays.find(({ date }) => date === day) ?? null;
}

/**
 * Whether the tenant works on this day: not on Saturdays, Sundays, its closed days and (where it keeps them) public holidays,
 * but on its extra open days. A day that is both closed and open is closed.
 */
export function isBusinessDay(day: string, around: Around): boolean {
  const { closed, open, japaneseHolidays } = around.calendar;
  if (closed.some(({ date }) => date === day)) return false;
  if (open.some(({ date }) => date === day)) return true;
  if (weekdayNumber(day) > 5) return false;
  return !(japaneseHolidays && holidayOn(day, around) !== null);
}

/** Further than this nobody promises anything, and no holidays are known. */
const maxBusinessDays = 2_000;
const maxDays = 4_000;

/**
 * The `count`th business day after `day`, which itself does not count (before it, when negative). 0: the day itself or, when it
 * is none, the next one. Null when that is too far away, or when there is no business day at all.
 */
export function addBusinessDays(day: string, count: number, around: Around): string | null {
  if (Math.abs(count) > maxBusinessDays) return null;
  const direction = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  if (left === 0) {
    if (isBusinessDay(at, around)) return at;
    left = 1;
  }
  for (let passed = 0; passed < maxDays; passed += 1) {
    at = addDays(at, direction);
    if (isBusinessDay(at, around)) left -= 1;
    if (left === 0) return at;
  }
  return null;
}
