import { logger } from '../../platform/logger.ts';
import type { Received } from '../../usecases/releases/noteReceived.ts';

export interface ReceiptBatch {
  add(tenantId: string, received: readonly Received[]): void;
  /** Writes what is waiting. */
  flush(): Promise<void>;
}

const GATHER_MS = 5;
const RETRY_MS = 1_000;

/**
 * Gathers receipts of a few milliseconds into one write per tenant: a release has thousands of them at once. What could not be
 * written is tried again; receipts are repeatable, so a write of unknown fate does no harm.
 */
export function createReceiptBatch(
  write: (tenantId: string, received: readonly Received[]) => Promise<void>,
): ReceiptBatch {
  const waiting = new Map<string, Received[]>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = null;
      writing = writing.then(writeAll);
    }, ms);
  };
  const unschedule = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const add = (tenantId: string, received: readonly Received[]) => {
    const list = waiting.get(tenantId) ?? [];
    list.push(...received);
    waiting.set(tenantId, list);
  };
  const writeAll = async () => {
    const batches = [...waiting];
    waiting.clear();
    for (const [tenantId, received] of batches) {
      try {
        await write(tenantId, received);
      } catch (error) {
        logger.error({ err: error, receipts: received.length }, 'receipts could not be stored yet');
        add(tenantId, received);
        schedule(RETRY_MS);
      }
    }
  };
  return {
    add(tenantId, received) {
      if (received.length === 0) return;
      add(tenantId, received);
      schedule(GATHER_MS);
    },
    async flush() {
      unschedule();
      writing = writing.then(writeAll);
      await writing;
      unschedule();
    },
  };
}
