import { now } from '../../platform/clock.ts';
import { noteReceipts } from '../../store/receipts.ts';

export interface Received {
  seq: number;
  accountId: string;
}

/** Keeps that these releases have reached these agents. Repeatable; the first time stands. */
export function noteReceived(tenantId: string, received: readonly Received[]): Promise<void> {
  const at = now();
  return noteReceipts(
    tenantId,
    received.map((item) => ({ ...item, stage: 'received', at })),
  );
}
