import { now } from '../../../platform/clock.ts';
import { logger } from '../../../platform/logger.ts';
import type { AuditEntry } from '../../../store/auditLog.ts';
import type { Admission } from '../../admission.ts';

const MAX_ROWS_AT_ONCE = 100;
const MAX_QUEUED_ROWS = 20_000;
const RETRY_MS = 1_000;
/** How long a row waits for an edit to ride with. */
const LINGER_MS = 40;
const MAX_RIDERS = 50;

/** Where a row belongs: the draft, by the id and the title that it has now. */
export interface DraftTarget {
  tenantId: string;
  scriptId: string;
  title: string;
}

export type SocketAction =
  | 'connect'
  | 'refused'
  | 'disconnect'
  | 'join'
  | 'leave'
  | 'sync'
  | 'update'
  | 'awareness'
  | 'saved'
  | 'broadcast';

/** One row of socket_events. `admission` null: the server's own event, for example a broadcast. */
export function socketRow(
  target: DraftTarget,
  admission: Admission | null,
  action: SocketAction,
  detail: Record<string, unknown>,
  result: AuditEntry['result'] = 'ok',
): AuditEntry {
  return {
    tenantId: target.tenantId,
    log: 'socket',
    action,
    actor:
      admission === null
        ? { id: null, loginId: 'system' }
        : { id: admission.actor.accountId, loginId: admission.actor.loginId },
    target: { type: 'draft', id: target.scriptId, label: target.title },
    result,
    address: admission?.origin.address ?? '',
    agent: admission?.origin.agent ?? '',
    sessionId: admission?.sessionId ?? null,
    scriptId: target.scriptId,
    detail: { path: 'collab', ...detail },
    at: now(),
  };
}

/**
 * Rows of events that nothing waits for. While people edit they ride with the rows that an edit waits for, so that the two never
 * stand in each other's way; otherwise they go to the store in small lots a moment later. A lot that could not be stored is tried
 * again, and `isFull` tells rooms to read no more: no row is dropped.
 */
export class Journal {
  readonly #record: (entries: readonly AuditEntry[]) => Promise<void>;
  #rows: AuditEntry[] = [];
  #running: Promise<void> | null = null;
  #closing = false;
  #wake: () => void = () => undefined;

  constructor(record: (entries: readonly AuditEntry[]) => Promise<void>) {
    this.#record = record;
  }

  note(row: AuditEntry): void {
    this.#rows.push(row);
    this.#running ??= this.#run();
  }

  get isFull(): boolean {
    return this.#rows.length >= MAX_QUEUED_ROWS;
  }

  /** Stores `own` together with rows that wait, the older ones first. */
  async recordWith(own: readonly AuditEntry[]): Promise<void> {
    const riders = own.length === 0 ? [] : this.#rows.splice(0, MAX_RIDERS);
    try {
      await this.#record([...riders, ...own]);
    } catch (error) {
      this.#rows.unshift(...riders);
      throw error;
    }
  }

  /** Resolves when the rows that were noted are stored, or, once the store has failed, given up and logged. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#wake();
    while (this.#running !== null) await this.#running;
  }

  /** Resolves when there is space again. */
  async untilFree(): Promise<void> {
    while (this.isFull && this.#running !== null) {
      await Promise.race([this.#running, new Promise((resolve) => setTimeout(resolve, LINGER_MS))]);
    }
  }

  async #run(): Promise<void> {
    await this.#pause(LINGER_MS);
    while (this.#rows.length > 0) await this.#store(this.#rows.splice(0, MAX_ROWS_AT_ONCE));
    this.#running = null;
  }

  async #store(rows: readonly AuditEntry[]): Promise<void> {
    try {
      await this.#record(rows);
    } catch (error) {
      logger.error({ err: error, rows: rows.length }, 'socket events could not be stored');
      if (this.#closing) return;
      this.#rows.unshift(...rows);
      await this.#pause(RETRY_MS);
    }
  }

  #pause(ms: number): Promise<void> {
    if (this.#closing) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, ms);
    });
  }
}
