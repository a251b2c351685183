import type { PresenceUser } from '@daihon/shared/wire/collab';
import type { Connection } from '../connection.ts';
import { awarenessFrame, readAwareness } from '../wire/frames.ts';
import type { AwarenessEntry } from '../wire/frames.ts';

/** A state that breaks the rules of presence; the connection is closed. */
export class BadPresence extends Error {}

interface Shown {
  connection: Connection;
  entry: AwarenessEntry;
  ime: boolean;
}

export interface PresenceHooks {
  /** The account that owns a client id in this draft, if any. */
  ownerOf(client: number): string | undefined;
  /** Called at most `perSecond` times a second, with one frame for everybody. */
  broadcast(frame: Uint8Array, entries: number): void;
  maxBytes: number;
  perSecond: number;
}

const MAX_REMEMBERED_CLOCKS = 2_000;

/**
 * Who is in a room: one state per connection, under the connection's own client id, with the user that the server knows. Stock
 * clients send back every state that they receive; what is not their own is passed over. However often one sends its state, only
 * the latest goes out with the next broadcast.
 */
export class Presence {
  readonly #hooks: PresenceHooks;
  readonly #everyMs: number;
  readonly #shown = new Map<number, Shown>();
  readonly #changed = new Map<number, AwarenessEntry>();
  /** The last clock sent out for a client id, also of those that left: peers ignore what is not newer. */
  readonly #clocks = new Map<number, number>();
  #timer: NodeJS.Timeout | null = null;
  #lastBroadcast: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(hooks: PresenceHooks) {
    this.#hooks = hooks;
    this.#everyMs = 1_000 / hooks.perSecond;
  }

  /** Returns the connection's own state when the payload had one, else null. Throws BadPresence. */
  receive(connection: Connection, payload: Uint8Array): AwarenessEntry | null {
    const own = readEntries(payload).find((entry) => this.#isOwn(connection, entry.client));
    if (own === undefined) return null;
    if (Buffer.byteLength(own.json) > this.#hooks.maxBytes) throw new BadPresence('a state is too large');
    connection.presenceClient = own.client;
    const state = parseState(own.json);
    if (state === null) {
      this.#hide(own.client);
      return own;
    }
    this.#show(connection, own, state);
    return own;
  }

  /** Takes the connection's state away, for the others too. */
  leave(connection: Connection): void {
    const client = connection.presenceClient;
    if (client === null || this.#shown.get(client)?.connection !== connection) return;
    this.#hide(client);
  }

  /** Everybody's state for one who comes in, or null when nobody shows any. */
  snapshot(): Uint8Array | null {
    const entries = [...this.#shown.values()].map(({ entry }) => entry);
    return entries.length === 0 ? null : awarenessFrame(entries);
  }

  /** Whether anybody composes with an input method at this moment. */
  isComposing(): boolean {
    return [...this.#shown.values()].some(({ ime }) => ime);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** A connection speaks for one client id: the first it names that is nobody else's. */
  #isOwn(connection: Connection, client: number): boolean {
    if (connection.presenceClient !== null) return connection.presenceClient === client;
    const { accountId } = connection.admission.actor;
    const owner = this.#hooks.ownerOf(client);
    if (owner !== undefined && owner !== accountId) return false;
    const shown = this.#shown.get(client);
    // The same person on a new connection, the old one not yet known to be dead.
    return shown === undefined || shown.connection.admission.actor.accountId === accountId;
  }

  #show(connection: Connection, own: AwarenessEntry, state: { ime?: unknown }): void {
    const json = JSON.stringify({ ...state, user: connection.user satisfies PresenceUser });
    // Peers take a state only when its clock is greater than the one they know, and 0 for one they do not.
    const last = this.#clocks.get(own.client) ?? 0;
    const shown = this.#shown.get(own.client);
    // Not newer and not different: the client's echo of what it was told about itself.
    if (own.clock <= last && shown?.entry.json === json) {
      this.#shown.set(own.client, { ...shown, connection });
      return;
    }
    const entry = { client: own.client, clock: Math.max(own.clock, last + 1), json };
    this.#shown.set(own.client, { connection, entry, ime: state.ime === true });
    this.#announce(entry);
  }

  #hide(client: number): void {
    const shown = this.#shown.get(client);
    if (shown === undefined) return;
    this.#shown.delete(client);
    this.#announce({ client, clock: shown.entry.clock + 1, json: 'null' });
  }

  #announce(entry: AwarenessEntry): void {
    this.#remember(entry.client, entry.clock);
    if (this.#stopped) return;
    this.#changed.set(entry.client, entry);
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, this.#pauseMs());
  }

  /** The first after a pause goes out with the next turn of the loop. */
  #pauseMs(): number {
    return this.#lastBroadcast === null ? 0 : this.#everyMs;
  }

  #flush(): void {
    this.#timer = null;
    const entries = [...this.#changed.values()];
    this.#changed.clear();
    if (entries.length > 0) this.#hooks.broadcast(awarenessFrame(entries), entries.length);
    if (this.#lastBroadcast !== null) clearTimeout(this.#lastBroadcast);
    this.#lastBroadcast = setTimeout(() => {
      this.#lastBroadcast = null;
    }, this.#everyMs);
    this.#lastBroadcast.unref();
  }

  #remember(client: number, clock: number): void {
    this.#clocks.delete(client);
    this.#clocks.set(client, clock);
    if (this.#clocks.size <= MAX_REMEMBERED_CLOCKS) return;
    for (const oldest of this.#clocks.keys()) {
      if (this.#shown.has(oldest)) continue;
      this.#clocks.delete(oldest);
      return;
    }
  }
}

function readEntries(payload: Uint8Array): AwarenessEntry[] {
  try {
    return readAwareness(payload);
  } catch {
    throw new BadPresence('a state does not decode');
  }
}

function parseState(json: string): { ime?: unknown } | null {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch {
    throw new BadPresence('a state is not JSON');
  }
  if (state === null) return null;
  if (typeof state !== 'object' || Array.isArray(state)) throw new BadPresence('a state is not an object');
  return { ...state };
}
