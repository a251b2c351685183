import { AppError } from '@daihon/shared/errors';
import { now } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import { metrics } from '../platform/metrics.ts';
import { appendToChains } from './auditChain.ts';
import type { AuditEntry, AuditLogName } from './auditEntry.ts';

export type { AuditEntry, AuditLogName } from './auditEntry.ts';

interface Waiting {
  entry: AuditEntry;
  settle: (error: unknown) => void;
}

const MAX_BATCH = 500;
const MAX_QUEUED = 20_000;

const queues: Record<AuditLogName, Waiting[]> = { access: [], operation: [], admin: [], socket: [] };
const writers = new Map<AuditLogName, Promise<void>>();
let roomFor: (() => void)[] = [];

/**
 * Resolves when the rows are durably stored; throws `unavailable` when they could not be. Rows of one caller keep their order.
 * While a commit is under way, those that come wait and go together with the next one. A full queue makes callers wait;
 * no row is dropped.
 */
export async function record(entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  while (queuedRows() >= MAX_QUEUED) {
    await new Promise<void>((resolve) => {
      roomFor.push(resolve);
    });
  }
  await Promise.all(entries.map((entry) => enqueue(entry)));
}

/** Waits until nothing is queued: the last step before the store closes. */
export async function flushAudit(): Promise<void> {
  while (writers.size > 0) await Promise.all(writers.values());
}

function enqueue(entry: AuditEntry): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    queues[entry.log].push({
      entry: { ...entry, at: entry.at ?? now() },
      settle: (error) => {
        if (error === null) resolve();
        else reject(new AppError('unavailable', undefined, { cause: error }));
      },
    });
    if (!writers.has(entry.log)) {
      writers.set(
        entry.log,
        drain(entry.log).finally(() => writers.delete(entry.log)),
      );
    }
  });
}

async function drain(log: AuditLogName): Promise<void> {
  const queue = queues[log];
  // One turn of the loop lets callers of the same tick into the first batch.
  await new Promise((resolve) => setImmediate(resolve));
  while (queue.length > 0) {
    await commit(log, queue.splice(0, MAX_BATCH));
    letIn();
  }
}

async function commit(log: AuditLogName, batch: Waiting[]): Promise<void> {
  const stop = metrics.auditCommitSeconds.startTimer();
  try {
    await appendToChains(
      log,
      batch.map(({ entry }) => entry),
    );
    metrics.auditRows.inc({ log }, batch.length);
    for (const { settle } of batch) settle(null);
  } catch (error) {
    logger.error({ err: error, log, rows: batch.length }, 'audit rows could not be stored');
    for (const { settle } of batch) settle(error);
  } finally {
    stop();
  }
}

function letIn(): void {
  if (queuedRows() >= MAX_QUEUED) return;
  const waiting = roomFor;
  roomFor = [];
  for (const go of waiting) go();
}

function queuedRows(): number {
  return queues.access.length + queues.operation.length + queues.admin.length + queues.socket.length;
}
