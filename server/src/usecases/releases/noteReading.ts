import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { noteReceipts } from '../../store/receipts.ts';
import { findRelease } from '../../store/releases.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

type Telling = Pick<Ports, 'facts'>;

/** "I have opened it." Kept for agents; others may say so, nothing is kept. Throws `not_found` for a number not given yet. */
export async function noteOpened(ports: Telling, context: Context, seq: number): Promise<void> {
  authorise(context.actor, 'release.follow');
  await demandRelease(context, seq);
  if (can(context.actor, 'release.acknowledge')) await noteStage(ports, context, seq, 'opened');
}

/** "I have read this change." Repeatable; the first time stands. Throws `not_found` for a number not given yet. */
export async function noteAcknowledged(ports: Telling, context: Context, seq: number): Promise<void> {
  authorise(context.actor, 'release.acknowledge');
  await demandRelease(context, seq);
  await noteStage(ports, context, seq, 'acknowledged');
}

async function demandRelease(context: Context, seq: number): Promise<void> {
  if ((await findRelease(context.actor.tenantId, { seq })) === null) throw new AppError('not_found');
}

async function noteStage(
  ports: Telling,
  context: Context,
  seq: number,
  stage: 'opened' | 'acknowledged',
): Promise<void> {
  const { tenantId, accountId } = context.actor;
  await noteReceipts(tenantId, [{ seq, accountId, stage, at: now() }]);
  ports.facts.emit({ type: 'receipts', tenantId, seqs: [seq] });
}
