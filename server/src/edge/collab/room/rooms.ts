import { logger } from '../../../platform/logger.ts';
import { Ledger } from './ledger.ts';
import { loadDraft } from './loadDraft.ts';
import { repairRecord } from './repairRecord.ts';
import { Room } from './room.ts';
import type { RoomDeps } from './room.ts';
import type { DraftStorage } from './storage.ts';

export interface RoomsDeps extends Omit<RoomDeps, 'onFailed'> {
  storage: DraftStorage;
  draftStateBytes: number;
  /** How long a room stays in memory after the last use. */
  warmMs: number;
}

/** A room in use: it stays loaded until `release`. */
export interface Lease {
  room: Room;
  release(): void;
}

interface Slot {
  key: string;
  opening: Promise<Room>;
  room: Room | null;
  users: number;
  cooling: NodeJS.Timeout | null;
}

/**
 * The rooms of this process, by tenant and script. One loader per room, awaited by all who come; a room that is being put
 * away is still the room for a newcomer, so nobody loads a draft whose last edits are not stored yet.
 *
 * Several processes (REDIS_URL): this is where a room would subscribe to its channel before `loadDraft` and publish what
 * `Edits.stored` has stored; edit numbers are unique in the store, so two processes cannot both take one.
 */
export class Rooms {
  readonly #deps: RoomsDeps;
  readonly #slots = new Map<string, Slot>();
  #closed = false;

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
  }

  get loaded(): Room[] {
    return [...this.#slots.values()].flatMap(({ room }) => (room === null ? [] : [room]));
  }

  /** The room when it is in memory. */
  find(tenantId: string, scriptId: string): Room | null {
    return this.#slots.get(keyOf(tenantId, scriptId))?.room ?? null;
  }

  /** Throws when the draft cannot be loaded. */
  async open(tenantId: string, scriptId: string): Promise<Lease> {
    if (this.#closed) throw new Error('the server stops');
    const slot = this.#slotOf(tenantId, scriptId);
    slot.users += 1;
    if (slot.cooling !== null) clearTimeout(slot.cooling);
    slot.cooling = null;
    try {
      return this.#lease(slot, await slot.opening);
    } catch (error) {
      slot.users -= 1;
      this.#forget(slot);
      throw error;
    }
  }

  /** Puts a room away at once; what it has stored stays. */
  drop(tenantId: string, scriptId: string): void {
    const slot = this.#slots.get(keyOf(tenantId, scriptId));
    if (slot === undefined) return;
    this.#forget(slot);
    slot.room?.dispose();
  }

  /** Stores what is not merged and puts every room away; resolves when nothing of any room is under way. None opens after it. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const slot of [...this.#slots.values()]) {
      if (slot.cooling !== null) clearTimeout(slot.cooling);
      await slot.opening.catch(() => undefined);
      await slot.room?.snapshots.take();
      this.#forget(slot);
      slot.room?.dispose();
    }
    await this.#deps.background.idle();
  }

  #slotOf(tenantId: string, scriptId: string): Slot {
    const key = keyOf(tenantId, scriptId);
    const present = this.#slots.get(key);
    if (present !== undefined) return present;
    const slot: Slot = { key, opening: this.#load(tenantId, scriptId), room: null, users: 0, cooling: null };
    slot.opening.then(
      (room) => {
        slot.room = room;
      },
      () => undefined,
    );
    this.#slots.set(key, slot);
    return slot;
  }

  async #load(tenantId: string, scriptId: string): Promise<Room> {
    const { storage, draftStateBytes, ...deps } = this.#deps;
    const recorded = (): Promise<void> => deps.journal.recorded(scriptId);
    // A room before this one may have noted events that are still on their way: they are not missing.
    await recorded();
    const stored = await loadDraft(storage, tenantId, scriptId);
    const { edits } = stored;
    await repairRecord(storage, (rows) => deps.journal.recordWith(rows), { tenantId, scriptId, edits });
    const ledger = new Ledger({ tenantId, scriptId }, stored, {
      storage,
      recorded,
      maxBytes: draftStateBytes,
    });
    return new Room(ledger, {
      ...deps,
      onFailed: (room) => {
        const slot = this.#slots.get(keyOf(tenantId, scriptId));
        if (slot?.room === room) this.#forget(slot);
      },
    });
  }

  #lease(slot: Slot, room: Room): Lease {
    let released = false;
    return {
      room,
      release: () => {
        if (released) return;
        released = true;
        slot.users -= 1;
        if (slot.users > 0) return;
        slot.cooling = setTimeout(
          () => this.#deps.background.track(this.#unload(slot, room)),
          this.#deps.warmMs,
        );
        slot.cooling.unref();
      },
    };
  }

  /** Stores and merges first; whoever comes meanwhile gets this room, and it then stays. */
  async #unload(slot: Slot, room: Room): Promise<void> {
    try {
      if (room.hasFailed) return;
      await room.edits.settled();
      await room.snapshots.take();
    } catch (error) {
      logger.error({ err: error }, 'a draft room could not be put away in order');
    }
    if (slot.users > 0 || this.#slots.get(slot.key) !== slot) return;
    this.#forget(slot);
    room.dispose();
  }

  #forget(slot: Slot): void {
    if (this.#slots.get(slot.key) === slot) this.#slots.delete(slot.key);
  }
}

function keyOf(tenantId: string, scriptId: string): string {
  return `${tenantId}/${scriptId}`;
}
