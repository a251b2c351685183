import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { noteReceipts } from '../../store/receipts.ts';
import { findRelease } from '../../store/releases.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** "I have opened it." Kept for agents; others may say so, nothing is kept. Throws `not_found` for a number not given yet. */
export async function noteOpened(context: Context, seq: number): Promise<void> {
  authorise(context.actor, 'release.follow');
  await demandRelease(context, seq);
  if (can(context.actor, 'release.acknowledge')) await noteStage(context, seq, 'opened');
}

/** "I have read this change." Repeatable; the first time stands. Throws `not_found` for a number not given yet. */
export async function noteAcknowledged(context: Context, seq: number): Promise<void> {
  authorise(context.actor, 'release.acknowledge');
  await demandRelease(context, seq);
  await noteStage(context, seq, 'acknowledged');
}

async function demandRelease(context: Context, seq: number): Promise<void> {
  if ((await findRelease(context.actor.tenantId, { seq })) === null) throw new AppError('not_found');
}

function noteStage(context: Context, seq: number, stage: 'opened' | 'acknowledged'): Promise<void> {
  const { tenantId, accountId } = context.actor;
  return noteReceipts(tenantId, [{ seq, accountId, stage, at: now() }]);
}
