import { dayInJapan, isPast } from '@daihon/shared/days';
import { now } from '../../platform/clock.ts';
import { listAllScripts } from '../../store/scriptLists.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** How many scripts are past their date of review, and how many of those the actor answers for. Archived ones do not count. */
export async function countReviews(context: Context): Promise<{ overdue: number; own: number }> {
  const { tenantId, accountId } = context.actor;
  authorise(context.actor, 'script.edit');
  const today = dayInJapan(now());
  const overdue = (await listAllScripts(tenantId)).filter(
    ({ state, review }) => state !== 'archived' && review.due !== null && isPast(review.due, today),
  );
  return { overdue: overdue.length, own: overdue.filter(({ owner }) => owner === accountId).length };
}
