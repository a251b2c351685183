import type { Calendar, PublicHoliday, Tax } from '../settings.ts';

/** What rules of a script may know beyond the call: the time, and the tenant's calendar and tax. Plain data, so a rule stays pure. */
export interface Surroundings {
  /** ISO 8601 with offset. */
  now: string;
  timeZone: string;
  calendar: Calendar;
  /** Japanese public holidays of the years around now, substitute holidays included. */
  holidays: readonly PublicHoliday[];
  tax: Tax;
}

/** The tenant's surroundings at a moment. */
export function surroundingsOf(policy: Omit<Surroundings, 'now'>, now: string): Surroundings {
  const { timeZone, calendar, holidays, tax } = policy;
  return { now, timeZone, calendar, holidays, tax };
}

const workday = [{ from: '09:00', to: '18:00' }];

/** Surroundings of a tenant that has set nothing and knows no holidays; `now` is long ago, so that nobody takes it for true. */
export const plainSurroundings: Surroundings = {
  now: '2000-01-01T00:00:00Z',
  timeZone: 'Asia/Tokyo',
  calendar: {
    hours: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
    japaneseHolidays: true,
    closed: [],
    open: [],
  },
  holidays: [],
  tax: { standardPercent: 10, reducedPercent: 8, rounding: 'down' },
};
