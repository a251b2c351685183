import { addDays, dayInJapan } from '@daihon/shared/days';
import { now } from '../platform/clock.ts';
import type { Review } from '../store/scriptRows.ts';

/** When a script that is made now is to be looked through first; null days: never. */
export function firstReview(days: number | null): Review {
  const due = days === null ? null : addDays(dayInJapan(now()), days);
  return { due, everyMonths: null, at: null, by: null };
}
