import * as Y from 'yjs';
import type { Actor } from '@daihon/shared/access';
import type { PointLabel } from '@daihon/shared/wire/points';
import { now, randomInt } from '../../../platform/clock.ts';
import type { DraftClient } from '../../../store/draftClients.ts';
import type { DraftActivity } from '../../../store/draftSnapshots.ts';
import type { AuditEntry } from '../../../store/auditLog.ts';
import type { DraftUpdate, EditEvent } from '../../../store/draftUpdates.ts';
import { withEdit, withoutAuthors } from './activity.ts';
import { compact } from './compact.ts';
import { DraftDocs } from './draftDocs.ts';
import type { Accepted } from './draftDocs.ts';
import type { DraftTarget } from './journal.ts';
import type { StoredDraft } from './loadDraft.ts';
import type { DraftStorage } from './storage.ts';
import { titleOf } from './titleOf.ts';

type Author = Pick<Actor, 'accountId' | 'name'>;

export interface LedgerPlace {
  tenantId: string;
  scriptId: string;
}

export interface LedgerDeps {
  storage: DraftStorage;
  /** Resolves when the record has the events of all stored edits. */
  recorded: () => Promise<void>;
  maxBytes: number;
}

/** A draft and its log: what is stored, what is accepted and on its way, who may write with which client id. */
export class Ledger {
  readonly place: LedgerPlace;
  readonly epoch: number;
  readonly #storage: DraftStorage;
  readonly #recorded: () => Promise<void>;
  readonly maxBytes: number;
  readonly #owners: Map<number, string>;
  /** The server's own client id for edits on behalf of an account. */
  readonly #ownClients = new Map<string, number>();
  #cold: Uint8Array | null;
  #docs: DraftDocs | null = null;
  #acceptedN: number;
  #storedN: number;
  #snapshotN: number;
  #activity: DraftActivity;
  #title = '';
  #compacting: Promise<void> | null = null;

  constructor(place: LedgerPlace, stored: StoredDraft, deps: LedgerDeps) {
    const { storage, recorded, maxBytes } = deps;
    this.place = place;
    this.epoch = stored.epoch;
    this.#storage = storage;
    this.#recorded = recorded;
    this.maxBytes = maxBytes;
    this.#owners = stored.owners;
    this.#cold = stored.state;
    this.#acceptedN = stored.n;
    this.#storedN = stored.n;
    this.#snapshotN = stored.snapshotN;
    this.#activity = stored.activity;
  }

  /** The draft in memory; decoded when first asked for. Throws when what is stored is not whole. */
  get docs(): DraftDocs {
    if (this.#docs === null) {
      this.#docs = new DraftDocs(this.#cold ?? new Uint8Array(), this.maxBytes);
      this.#cold = null;
      this.#readTitle();
    }
    return this.#docs;
  }

  /** The whole stored draft, encoded: before the first decoding too, so that the first one in need not wait for it. */
  encoded(): Uint8Array {
    return this.#cold ?? this.docs.encoded();
  }

  /** At most so many bytes is the encoded draft long. */
  get bytes(): number {
    return this.#cold?.length ?? this.docs.bytes;
  }

  /** Exactly so many. */
  measure(): number {
    return this.docs.measure();
  }

  /** What rows of the record call this draft. */
  get target(): DraftTarget {
    return { ...this.place, title: this.#title };
  }

  get live(): Y.Doc {
    return this.docs.live;
  }

  get activity(): DraftActivity {
    return this.#activity;
  }

  /** Edits that no snapshot holds yet. */
  get unmerged(): number {
    return this.#storedN - this.#snapshotN;
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  /** Throws InvalidUpdate or DraftFull. */
  accept(bytes: Uint8Array, author: Author, newClientsLeft: number): Accepted {
    const accepted = this.docs.accept(bytes, {
      accountId: author.accountId,
      ownerOf: (client) => this.ownerOf(client),
      newClientsLeft,
    });
    for (const client of accepted.newClients) this.#owners.set(client, author.accountId);
    return accepted;
  }

  /** An edit of the server's own on behalf of an account. */
  write(author: Author, change: (doc: Y.Doc) => void): Accepted {
    const known = this.#ownClients.get(author.accountId);
    const client = known ?? this.#freshClient();
    const accepted = this.docs.write(client, change);
    this.#ownClients.set(author.accountId, client);
    this.#owners.set(client, author.accountId);
    return accepted;
  }

  /** The log row of an accepted edit; null when nothing in it was new. Numbers are given in the order of asking. */
  rowOf(accepted: Accepted, author: Author, eventOf: (n: number) => AuditEntry): DraftUpdate | null {
    if (accepted.update === null) return null;
    this.#acceptedN += 1;
    const { accountId, name } = author;
    return {
      ...this.place,
      epoch: this.epoch,
      n: this.#acceptedN,
      payload: accepted.update,
      accountId,
      name,
      steps: accepted.steps,
      title: accepted.title,
      event: withoutTenant(eventOf(this.#acceptedN)),
      at: now(),
    };
  }

  /** The client ids that an accepted edit brought in, to be stored as this account's. */
  claimsOf(accepted: Accepted, accountId: string): DraftClient[] {
    const { scriptId } = this.place;
    return accepted.newClients.map((client) => ({ scriptId, client, accountId }));
  }

  /** Makes stored edits visible; returns what is new in them, encoded. */
  apply(updates: readonly DraftUpdate[]): Uint8Array | null {
    const merged = this.docs.apply(updates.map(({ payload }) => payload));
    this.#storedN += updates.length;
    this.#activity = updates.reduce(withEdit, this.#activity);
    this.#readTitle();
    return merged;
  }

  /** What goes out is nobody's change any more; `held`: the steps that did not. */
  forgetAuthors(held: ReadonlySet<string>): void {
    this.#activity = withoutAuthors(this.#activity, held);
  }

  /** Merges the log into a snapshot. One at a time; whoever asks meanwhile waits for the one under way. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = null;
    });
    return this.#compacting;
  }

  /** Resolves when no merging is under way, however it ended. */
  async compacted(): Promise<void> {
    await this.#compacting?.catch(() => undefined);
  }

  /** Sets a point; resolves to its id when it is durable. */
  point(label: PointLabel, author: Author): Promise<string> {
    return this.#storage.insertPoint({
      ...this.place,
      epoch: this.epoch,
      n: this.#storedN,
      label,
      accountId: author.accountId,
      accountName: author.name,
      state: this.encoded(),
      at: now(),
    });
  }

  destroy(): void {
    this.#docs?.destroy();
  }

  #readTitle(): void {
    this.#title = titleOf(this.live);
    this.#activity = { ...this.#activity, title: this.#title };
  }

  async #compact(): Promise<void> {
    const n = this.#storedN;
    const content = { ...this.place, epoch: this.epoch, n, state: this.encoded(), activity: this.#activity };
    await compact(this.#storage, content, { trimmedN: this.#snapshotN, recorded: this.#recorded });
    this.#snapshotN = n;
  }

  #freshClient(): number {
    let client: number;
    do client = randomInt(2 ** 32 - 1) + 1;
    while (this.#owners.has(client) || Y.getState(this.live.store, client) > 0);
    return client;
  }
}

/** The row itself says whose it is. */
function withoutTenant({ tenantId: _, ...event }: AuditEntry): EditEvent {
  return event;
}
