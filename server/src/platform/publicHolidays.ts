import days from '@holiday-jp/holiday_jp/lib/holidays.js';
import type { PublicHoliday } from '@daihon/shared/settings';

const yearsBack = 1;
const yearsAhead = 4;

/** Japanese public holidays (those in lieu and between two others included) of the years around `today`, in order. Known until 2050. */
export function publicHolidays(today: Date): PublicHoliday[] {
  const year = today.getUTCFullYear();
  const from = `${year - yearsBack}-01-01`;
  const to = `${year + yearsAhead}-12-31`;
  return Object.values(days)
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, name, name_en: en }) => ({ date, ja: name, en }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
