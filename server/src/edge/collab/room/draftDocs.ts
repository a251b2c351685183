import * as Y from 'yjs';
import { readBin } from '@daihon/shared/script/draft/read';
import type { BinnedStep } from '@daihon/shared/script/draft/read';
import { checkUpdate } from '../guard/guard.ts';
import type { GuardContext } from '../guard/guard.ts';
import { InvalidUpdate } from '../guard/invalidUpdate.ts';
import { retitles, titleOf } from './titleOf.ts';
import { bringsMarksOnly, markedSteps } from './marks.ts';
import { touchedSteps } from './touchedSteps.ts';

/** One accepted edit, on its way to the log. */
export interface Accepted {
  /** Exactly what is new, encoded; null when everything was known. */
  update: Uint8Array | null;
  clients: number[];
  newClients: number[];
  /** Where each of the clients stands after it. */
  clocks: ReadonlyMap<number, number>;
  steps: string[];
  /** The steps that it put into the bin. */
  binned: readonly BinnedStep[];
  /** The script's title after it; null when it did not change that. */
  title: string | null;
}

/** Of the limit, for marks of deletion when it is reached. */
const RESERVE = 1 / 8;
/** Bytes of an edit that only puts steps into the bin: some hundred of them. */
const LARGEST_MARK = 32 * 1024;

/** Thrown before anything is changed. */
export class DraftFull extends Error {}

/**
 * A draft in memory, twice: `live` is what is durably stored and shown to others, the shadow is ahead of it by the edits that
 * are accepted and on their way to the log. Every update is tried on the shadow, so a bad one never reaches `live`.
 */
export class DraftDocs {
  readonly live = newDoc();
  readonly #maxBytes: number;
  #shadow: Y.Doc;
  /** Accepted, not yet in `live`; the shadow is made from these again when one update has spoilt it. */
  #ahead: Uint8Array[] = [];
  /** An upper bound of the encoded state: measured now and then, what came since added. */
  #bytes: number;
  #encoded: Uint8Array | null;
  /** What the shadow has said to be new since it was last asked. */
  #captured: Uint8Array[] = [];
  readonly #touched = new Set<string>();
  readonly #marked = new Set<string>();
  #retitled = false;
  /** Whether the last edit brought more than marks of deletion. */
  #grew = false;

  /** `state`: the whole stored draft, merged. Throws when it is not complete in itself. */
  constructor(state: Uint8Array, maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#bytes = state.length;
    this.#encoded = state;
    Y.applyUpdate(this.live, state);
    if (isWaiting(this.live)) throw new Error('the stored draft lacks a part');
    this.#shadow = this.#makeShadow(state);
  }

  /** Checks an update and takes it into the shadow. Throws InvalidUpdate or DraftFull; the draft is then as before. */
  accept(bytes: Uint8Array, context: Omit<GuardContext, 'doc'>): Accepted {
    const { update, clients, newClients } = checkUpdate(bytes, { ...context, doc: this.#shadow });
    // What only deletes is taken however full the draft is: else nobody could make room in it.
    const needsRoom = clients.length > 0 && !this.#hasSpace(update.length);
    if (needsRoom && !this.#hasReserve(update.length)) throw new DraftFull();
    try {
      Y.applyUpdate(this.#shadow, update);
    } catch (error) {
      this.#restoreShadow();
      throw new InvalidUpdate('it cannot be applied', { cause: error });
    }
    if (isWaiting(this.#shadow)) {
      this.#restoreShadow();
      throw new InvalidUpdate('it refers to what does not exist');
    }
    if (needsRoom && this.#grew) {
      this.#restoreShadow();
      throw new DraftFull();
    }
    return { ...this.#take(clients), newClients };
  }

  /** An edit of the server's own, written with `client`. */
  write(client: number, change: (doc: Y.Doc) => void): Accepted {
    this.#shadow.clientID = client;
    try {
      this.#shadow.transact(() => {
        change(this.#shadow);
      });
    } catch (error) {
      this.#restoreShadow();
      throw error;
    }
    return { ...this.#take([client]), newClients: [client] };
  }

  /** Makes stored edits visible, as one transaction. Returns what is new in them, encoded once for everybody. */
  apply(updates: readonly Uint8Array[]): Uint8Array | null {
    const fresh: Uint8Array[] = [];
    const keep = (update: Uint8Array): void => {
      fresh.push(update);
    };
    this.live.on('update', keep);
    this.live.transact(() => {
      for (const update of updates) Y.applyUpdate(this.live, update);
    });
    this.live.off('update', keep);
    if (isWaiting(this.live)) throw new Error('the log of the draft lacks a part');
    this.#ahead.splice(0, updates.length);
    this.#encoded = null;
    return merged(fresh);
  }

  /** The whole of `live`, encoded; kept until the next change, so that many who come at once cost one encoding. */
  encoded(): Uint8Array {
    this.#encoded ??= Y.encodeStateAsUpdate(this.live);
    return this.#encoded;
  }

  /** At most so many bytes is the encoded draft long. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Its exact length: encodes the whole draft. */
  measure(): number {
    this.#bytes = Y.encodeStateAsUpdate(this.#shadow).length;
    return this.#bytes;
  }

  destroy(): void {
    this.live.destroy();
    this.#shadow.destroy();
  }

  #take(clients: number[]): Omit<Accepted, 'newClients'> {
    const update = merged(this.#captured);
    const steps = [...this.#touched];
    const title = this.#retitled ? titleOf(this.#shadow) : null;
    const binned =
      this.#marked.size === 0 ? [] : readBin(this.#shadow).filter(({ id }) => this.#marked.has(id));
    this.#forget();
    if (update !== null) {
      this.#ahead.push(update);
      this.#bytes += update.length;
    }
    const clocks = new Map(clients.map((client) => [client, Y.getState(this.#shadow.store, client)]));
    return { update, steps, binned, title, clients, clocks };
  }

  #hasSpace(more: number): boolean {
    if (this.#bytes + more <= this.#maxBytes) return true;
    return this.measure() + more <= this.#maxBytes;
  }

  /** For putting steps into the bin of a full draft, the first thing towards emptying it. */
  #hasReserve(more: number): boolean {
    return more <= LARGEST_MARK && this.#bytes + more <= this.#maxBytes * (1 + RESERVE);
  }

  #restoreShadow(): void {
    this.#shadow.destroy();
    this.#shadow = this.#makeShadow(this.encoded());
    for (const update of this.#ahead) Y.applyUpdate(this.#shadow, update);
    this.#forget();
  }

  #forget(): void {
    this.#captured = [];
    this.#touched.clear();
    this.#marked.clear();
    this.#retitled = false;
    this.#grew = false;
  }

  #makeShadow(state: Uint8Array): Y.Doc {
    const shadow = newDoc();
    Y.applyUpdate(shadow, state);
    shadow.on('update', (update: Uint8Array) => {
      this.#captured.push(update);
    });
    shadow.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const step of touchedSteps(transaction, shadow)) this.#touched.add(step);
      for (const step of markedSteps(transaction, shadow)) this.#marked.add(step);
      this.#retitled ||= retitles(transaction, shadow);
      this.#grew ||= !bringsMarksOnly(transaction, shadow);
    });
    return shadow;
  }
}

/**
 * A document that writes nothing of its own: Yjs would take superfluous formatting out in a second transaction after another's
 * edit, and that deletion would be in nobody's log. Editors do it, as edits of theirs.
 */
function newDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

function merged(updates: readonly Uint8Array[]): Uint8Array | null {
  const [only, ...others] = updates;
  if (only === undefined) return null;
  return others.length === 0 ? only : Y.mergeUpdates([...updates]);
}

/** Whether Yjs keeps something back because a part that it refers to is missing. */
function isWaiting(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
