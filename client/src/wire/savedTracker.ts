import * as Y from 'yjs';

/** One local change that the server has not yet confirmed. */
interface Unsaved {
  /** Own clock after the change; it moves with insertions only. */
  clock: number;
  insertsSomething: boolean;
  /** Number of the frame on this connection that carried it; null while none has. */
  frame: number | null;
  update: Uint8Array;
}

/**
 * Knows which local changes the server has durably stored. A change that inserts is stored once the durable state
 * vector reaches its clock. A change that only deletes leaves no mark there: it is stored once its frame is.
 */
export class SavedTracker {
  readonly #doc: Y.Doc;
  readonly #listeners = new Set<() => void>();
  #unsaved: Unsaved[] = [];
  #lastClock: number;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#lastClock = this.#ownClock();
  }

  /** How many local changes are not yet durably stored. */
  get count(): number {
    return this.#unsaved.length;
  }

  /** The unstored work as one update, for keeping and for a file. */
  get work(): Uint8Array | null {
    return this.#unsaved.length === 0 ? null : Y.mergeUpdates(this.#unsaved.map(({ update }) => update));
  }

  /** A local change; `frame` carries it, or null when it was not sent. */
  noteLocal(update: Uint8Array, frame: number | null): void {
    const clock = this.#ownClock();
    this.#unsaved.push({ clock, insertsSomething: clock > this.#lastClock, frame, update });
    this.#lastClock = clock;
    this.#changed();
  }

  /** A frame that carries everything not sent before. */
  noteAllSent(frame: number): void {
    for (const change of this.#unsaved) change.frame ??= frame;
  }

  /** What was sent and not confirmed on a lost connection has to be sent again. */
  noteDisconnected(): void {
    for (const change of this.#unsaved) change.frame = null;
  }

  /** A durably stored state vector and how many of this connection's frames are stored. */
  noteDurable(stateVector: Uint8Array, frames: number): void {
    const durable = Y.decodeStateVector(stateVector).get(this.#doc.clientID) ?? 0;
    const before = this.#unsaved.length;
    this.#unsaved = this.#unsaved.filter(({ clock, insertsSomething, frame }) => {
      const byClock = insertsSomething && clock <= durable;
      return !byClock && (frame === null || frame > frames);
    });
    if (this.#unsaved.length !== before) this.#changed();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves once nothing is unsaved; rejects when the signal is aborted before. */
  whenSaved(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settleIfSaved = () => {
        if (this.count > 0) return;
        stop();
        resolve();
      };
      const stop = this.subscribe(settleIfSaved);
      signal.addEventListener('abort', () => {
        stop();
        reject(new Error('not saved in time', { cause: signal.reason }));
      });
      settleIfSaved();
    });
  }

  #ownClock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
