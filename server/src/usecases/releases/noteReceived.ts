import { now } from '../../platform/clock.ts';
import { noteReceipts } from '../../store/receipts.ts';
import type { Ports } from '../context.ts';

export interface Received {
  seq: number;
  accountId: string;
}

/** Keeps that these releases have reached these agents. Repeatable; the first time stands. */
export async function noteReceived(
  ports: Pick<Ports, 'facts'>,
  tenantId: string,
  received: readonly Received[],
): Promise<void> {
  if (received.length === 0) return;
  const at = now();
  await noteReceipts(
    tenantId,
    received.map((item) => ({ ...item, stage: 'received', at })),
  );
  ports.facts.emit({ type: 'receipts', tenantId, seqs: [...new Set(received.map(({ seq }) => seq))] });
}
