import type { CloseName } from '@daihon/shared/wire/closeCodes';
import type { AuditEntry } from '../../../store/auditLog.ts';
import type { Connection } from '../connection.ts';
import { socketRow } from './journal.ts';
import type { Journal, SocketAction } from './journal.ts';
import type { Ledger } from './ledger.ts';

type Detail = Record<string, unknown>;

/** One room's pen for the record of socket events. */
export class Notes {
  readonly #journal: Journal;
  readonly #ledger: Ledger;

  constructor(journal: Journal, ledger: Ledger) {
    this.#journal = journal;
    this.#ledger = ledger;
  }

  get isFull(): boolean {
    return this.#journal.isFull;
  }

  untilFree(): Promise<void> {
    return this.#journal.untilFree();
  }

  /** A row that is stored with something else. */
  row(connection: Connection, action: SocketAction, detail: Detail): AuditEntry {
    return socketRow(this.#ledger.target, connection.admission, action, detail);
  }

  /** The event of an edit that has just been stored. */
  edited(event: AuditEntry): void {
    this.#journal.noteEvent(event);
  }

  /** A row of what the server does by itself, that is stored with something else. */
  own(action: SocketAction, detail: Detail): AuditEntry {
    return socketRow(this.#ledger.target, null, action, detail);
  }

  /** An event that came in. */
  cameIn(connection: Connection, action: SocketAction, detail: Detail = {}): void {
    this.#journal.note(this.row(connection, action, { direction: 'in', ...detail }));
  }

  /** An event that went out, to one connection or (null) to the room. */
  wentOut(connection: Connection | null, action: SocketAction, detail: Detail): void {
    const admission = connection?.admission ?? null;
    this.#journal.note(socketRow(this.#ledger.target, admission, action, { direction: 'out', ...detail }));
  }

  /** A frame that is not taken; its connection is closed. */
  refuse(connection: Connection, name: CloseName, reason: string, bytes: number): void {
    const detail = { direction: 'in', reason, bytes, close: name };
    this.#journal.note(socketRow(this.#ledger.target, connection.admission, 'refused', detail, 'refused'));
    connection.close(name, reason);
  }

  /** States of others that a stock client sent back, and questions whether the line stands, as one row. */
  echoes(connection: Connection): void {
    const { echoes, questions } = connection;
    if (echoes === 0 && questions === 0) return;
    this.cameIn(connection, 'awareness', { echoes, ...(questions === 0 ? {} : { alive: questions }) });
    connection.echoes = 0;
    connection.questions = 0;
  }
}
