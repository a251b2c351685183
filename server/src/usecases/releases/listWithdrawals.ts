import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import { record } from '../../store/auditLog.ts';
import { findLastWithdrawal } from '../../store/releases.ts';
import { listWithdrawn } from '../../store/scriptLists.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { withdrawnEvent } from '../releaseEvent.ts';

/** What is out of use now and what to read instead, the latest first: for who comes in after it was told. */
export async function listWithdrawals(context: Context): Promise<{ items: WithdrawnEvent[] }> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'release.follow');
  const scripts = await listWithdrawn(tenantId);
  const found = await Promise.all(scripts.map(({ id }) => findLastWithdrawal(tenantId, id)));
  const items = found.flatMap((release) =>
    release?.substitute == null ? [] : [withdrawnEvent(release, release.substitute)],
  );
  const detail = { items: items.length };
  await record([auditNote(context, 'operation', { action: 'withdrawal.list', target: null, detail })]);
  return { items };
}
