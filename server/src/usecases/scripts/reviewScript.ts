import { AppError } from '@daihon/shared/errors';
import { addMonths, dayInJapan } from '@daihon/shared/days';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { changeScript as storeChange } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { demandScript, tagOf, withTag } from './scriptView.ts';

/**
 * Says that the script was looked through just now: the next date is the interval from today, none without an interval.
 * Throws `conflict` when it has changed since `ifMatch`.
 */
export async function reviewScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ifMatch: string | null,
): Promise<ScriptWithTag> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const at = now();
  for (;;) {
    const before = await demandScript(actor, scriptId);
    if (ifMatch !== null && ifMatch !== tagOf(before)) throw new AppError('conflict');
    const { everyMonths } = before.review;
    const due = everyMonths === null ? null : addMonths(dayInJapan(at), everyMonths);
    const review = { due, everyMonths, at, by: actor.accountId };
    const after = await storeChange(actor.tenantId, scriptId, before.revision, { review });
    if (after === null) continue;
    const view = await withTag(ports, actor, after);
    const target = { type: 'script', id: scriptId, label: view.summary.title };
    const detail = { before: { reviewDue: before.review.due }, after: { reviewDue: due } };
    await record([auditNote(context, 'admin', { action: 'script.review', target, scriptId, detail })]);
    return view;
  }
}
