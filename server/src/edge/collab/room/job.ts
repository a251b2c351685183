import type { AuditEntry } from '../../../store/auditLog.ts';
import type { DraftClient } from '../../../store/draftClients.ts';
import type { DraftUpdate } from '../../../store/draftUpdates.ts';
import type { Connection } from '../connection.ts';

/** One accepted frame (or edit of the server's own) on its way to the log. */
export interface Job {
  room: JobRoom;
  /** Null when nothing in it was new: it only waits for what stands before it. */
  update: DraftUpdate | null;
  claims: DraftClient[];
  /** Stored beside the update; the event of the update itself is in its row. */
  audit: AuditEntry[];
  author: JobAuthor | null;
  /** Called once: with null when it is stored and applied. */
  done: (error: unknown) => void;
}

export interface JobAuthor {
  connection: Connection;
  /** Clients that the frame wrote with: their clocks go into `saved`; null asks for the whole state vector. */
  clients: number[] | null;
  /** How many frames of the connection are settled with it. */
  frames: number;
}

export interface JobRoom {
  tenantId: string;
  /** Durable now, in this order. */
  stored(jobs: readonly Job[]): void;
  /** None of these is known to be stored; the room may take nothing more. */
  failed(error: unknown): void;
}
