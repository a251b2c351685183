import * as Y from 'yjs';
import type { CloseName } from '@daihon/shared/wire/closeCodes';
import type { PresenceUser } from '@daihon/shared/wire/collab';
import { logger } from '../../../platform/logger.ts';
import type { Connection } from '../connection.ts';
import { aliveFrame, step1Frame, step2Frame } from '../wire/frames.ts';
import type { InFrame } from '../wire/frames.ts';
import type { Background } from './background.ts';
import type { Committer } from './committer.ts';
import { Edits } from './edits.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { Notes } from './notes.ts';
import { BadPresence, Presence } from './presence.ts';
import { purge } from './purge.ts';
import { Snapshots } from './snapshots.ts';
import type { SnapshotPace } from './snapshots.ts';
import { Space } from './space.ts';

export interface RoomDeps {
  committer: Committer;
  journal: Journal;
  background: Background;
  awarenessBytes: number;
  awarenessPerSecond: number;
  pace: SnapshotPace;
  /** The room can take nothing more; the draft must be loaded anew. */
  onFailed: (room: Room) => void;
}

/** One draft with everybody who is in it. */
export class Room {
  readonly ledger: Ledger;
  readonly edits: Edits;
  readonly presence: Presence;
  readonly snapshots: Snapshots;
  readonly #notes: Notes;
  readonly #space: Space;
  readonly #onFailed: (room: Room) => void;
  readonly #connections = new Set<Connection>();
  #state: 'open' | 'stopped' | 'failed' = 'open';

  constructor(ledger: Ledger, deps: RoomDeps) {
    this.ledger = ledger;
    this.#onFailed = deps.onFailed;
    this.#notes = new Notes(deps.journal, ledger);
    this.snapshots = new Snapshots(ledger, deps.pace, deps.background, () =>
      purge(ledger, this.edits, this.#notes),
    );
    this.#space = new Space(ledger, (frame) => this.#tellSpace(frame));
    this.presence = new Presence({
      ownerOf: (client) => ledger.ownerOf(client),
      maxBytes: deps.awarenessBytes,
      perSecond: deps.awarenessPerSecond,
      broadcast: (frame, states) => {
        const recipients = this.#sendToAll(frame, null);
        if (recipients > 0)
          this.#notes.wentOut(null, 'awareness', { bytes: frame.length, states, recipients });
      },
    });
    this.edits = new Edits({
      ledger,
      committer: deps.committer,
      notes: this.#notes,
      sendToAll: (frame, except) => this.#sendToAll(frame, except),
      onStored: () => {
        this.snapshots.edited();
        this.#space.edited();
      },
      onFailed: (error) => {
        this.#fail(error);
      },
    });
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Who is in, each person once. */
  people(): PresenceUser[] {
    const people = [...this.#connections].filter(({ synced }) => synced).map(({ user }) => user);
    return [...new Map(people.map((user) => [user.id, user])).values()];
  }

  get hasFailed(): boolean {
    return this.#state === 'failed';
  }

  join(connection: Connection): void {
    this.#connections.add(connection);
    this.#notes.cameIn(connection, 'connect');
    if (this.#state !== 'open') connection.close('tryLater');
  }

  leave(connection: Connection, code: number): void {
    if (!this.#connections.delete(connection)) return;
    this.presence.leave(connection);
    this.#notes.echoes(connection);
    if (connection.synced) this.#notes.cameIn(connection, 'leave');
    this.#notes.cameIn(connection, 'disconnect', { code });
  }

  /** One frame of a connection in this room. */
  receive(connection: Connection, frame: InFrame, bytes: number): void {
    if (this.#state !== 'open') return;
    try {
      this.#dispatch(connection, frame, bytes);
    } catch (error) {
      if (error instanceof BadPresence) {
        this.#notes.refuse(connection, 'policy', error.message, bytes);
        return;
      }
      logger.error({ err: error, scriptId: this.ledger.place.scriptId }, 'a draft frame failed');
      connection.close('internal');
    }
    if (this.#notes.isFull) connection.pauseUntil(this.#notes.untilFree());
  }

  /** A close by the server that no refused frame explains: a limit, an end of access, a restart. */
  noteClosing(connection: Connection, name: CloseName, detail: string): void {
    this.#notes.wentOut(connection, 'disconnect', { close: name, detail });
  }

  beat(nowMs: number): void {
    for (const connection of this.#connections) {
      this.#notes.echoes(connection);
      connection.beat(nowMs);
    }
  }

  closeAll(name: CloseName): void {
    for (const connection of [...this.#connections]) connection.close(name);
  }

  /** Frames that come from now on are not taken: their senders were not told `saved` and send them again. */
  stop(): void {
    if (this.#state === 'open') this.#state = 'stopped';
  }

  dispose(): void {
    this.stop();
    this.presence.stop();
    this.snapshots.stop();
    this.#space.stop();
    this.ledger.destroy();
  }

  #dispatch(connection: Connection, frame: InFrame, bytes: number): void {
    switch (frame.type) {
      case 'step1':
        this.#sync(connection, frame.vector, bytes);
        return;
      case 'step2':
      case 'update':
        this.edits.take(connection, frame, bytes);
        return;
      case 'awareness':
        if (this.presence.receive(connection, frame.payload) === null) connection.echoes += 1;
        else this.#notes.cameIn(connection, 'awareness', { bytes });
        return;
      case 'queryAwareness':
        this.#sendPresence(connection);
        return;
      case 'alive':
        connection.questions += 1;
        connection.send(aliveFrame);
        return;
      case 'auth':
        // Who this is was settled by the upgrade.
        return;
    }
  }

  #sync(connection: Connection, vector: Uint8Array, bytes: number): void {
    const known = readVector(vector);
    if (known === null) {
      this.#notes.refuse(connection, 'protocol', 'a broken state vector', bytes);
      return;
    }
    this.#notes.cameIn(connection, 'sync', { part: 'step1', bytes });
    this.#tellAbout(connection, this.#space.frame());
    const state = known.size === 0 ? this.ledger.encoded() : Y.encodeStateAsUpdate(this.ledger.live, vector);
    connection.send(step2Frame(state));
    this.#notes.wentOut(connection, 'sync', { part: 'step2', bytes: state.length });
    if (connection.synced) return;
    connection.synced = true;
    this.#notes.cameIn(connection, 'join');
    this.#sendPresence(connection);
    // Decoding a draft that was just loaded comes after its bytes are on their way.
    setImmediate(() => {
      this.#askForMore(connection);
    });
  }

  /** Before the first state: what a client holds of another epoch is never merged into this one. */
  #tellAbout(connection: Connection, frame: Uint8Array): void {
    if (!connection.wantsAbout) return;
    connection.send(frame);
    this.#notes.wentOut(connection, 'sync', { part: 'about', bytes: frame.length });
  }

  #tellSpace(frame: Uint8Array): void {
    for (const connection of this.#connections) if (connection.synced) this.#tellAbout(connection, frame);
  }

  /** What does the client have that the draft lacks? */
  #askForMore(connection: Connection): void {
    if (this.#state !== 'open') return;
    try {
      connection.send(step1Frame(this.ledger.live));
      this.#notes.wentOut(connection, 'sync', { part: 'step1' });
    } catch (error) {
      this.edits.failed(error);
    }
  }

  #sendPresence(connection: Connection): void {
    const frame = this.presence.snapshot();
    if (frame === null) return;
    connection.send(frame);
    this.#notes.wentOut(connection, 'awareness', { bytes: frame.length, recipients: 1 });
  }

  /** Only those that were told the whole state: an update before it would leave a gap. */
  #sendToAll(frame: Uint8Array, except: Connection | null): number {
    let recipients = 0;
    for (const connection of this.#connections) {
      if (!connection.synced || connection === except) continue;
      connection.send(frame);
      recipients += 1;
    }
    return recipients;
  }

  #fail(error: unknown): void {
    this.#state = 'failed';
    logger.error({ err: error, scriptId: this.ledger.place.scriptId }, 'a draft room failed');
    this.#onFailed(this);
    this.closeAll('internal');
    this.presence.stop();
    this.snapshots.stop();
    this.#space.stop();
  }
}

function readVector(vector: Uint8Array): Map<number, number> | null {
  try {
    return Y.decodeStateVector(vector);
  } catch {
    return null;
  }
}
