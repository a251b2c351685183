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
  /** Rows of edits that are on their way, by script, and who waits for them. */
  readonly #events = new Map<AuditEntry, string>();
  #watchers: { scriptId: string; settle: (error: unknown) => void }[] = [];
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

  /** The event of an edit that is stored, with the event beside it: its row follows here. */
  noteEvent(row: AuditEntry): void {
    this.#events.set(row, row.scriptId ?? '');
    this.note(row);
  }

  /** Resolves when the events of all edits of this draft that were noted are in the record; throws when they could not be stored now. */
  async recorded(scriptId: string): Promise<void> {
    if (!this.#awaits(scriptId)) return;
    this.#wake();
    await new Promise<void>((resolve, reject) => {
      const settle = (error: unknown): void => {
        if (error === null) resolve();
        else reject(new Error('the record could not be stored', { cause: error }));
      };
      this.#watchers.push({ scriptId, settle });
    });
  }

  get isFull(): boolean {
    return this.#rows.length >= MAX_QUEUED_ROWS;
  }

  /** Stores `own` together with rows that wait, the older ones first. */
  async recordWith(own: readonly AuditEntry[]): Promise<void> {
    const riders = own.length === 0 ? [] : this.#rows.splice(0, MAX_RIDERS);
    try {
      await this.#record([...riders, ...own]);
      this.#settle(riders, null);
    } catch (error) {
      this.#rows.unshift(...riders);
      this.#settle([], error);
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
      this.#settle(rows, null);
    } catch (error) {
      this.#settle([], error);
      logger.error({ err: error, rows: rows.length }, 'socket events could not be stored');
      if (this.#closing) return;
      this.#rows.unshift(...rows);
      await this.#pause(RETRY_MS);
    }
  }

  #awaits(scriptId: string): boolean {
    for (const other of this.#events.values()) if (other === scriptId) return true;
    return false;
  }

  #settle(stored: readonly AuditEntry[], error: unknown): void {
    for (const row of stored) this.#events.delete(row);
    const done = this.#watchers.filter(({ scriptId }) => error !== null || !this.#awaits(scriptId));
    if (done.length === 0) return;
    this.#watchers = this.#watchers.filter((watcher) => !done.includes(watcher));
    for (const { settle } of done) settle(error);
  }

  #pause(ms: number): Promise<void> {
    if (this.#closing) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, ms);
    });
  }
}
