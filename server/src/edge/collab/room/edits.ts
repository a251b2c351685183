import * as Y from 'yjs';
import { AppError } from '@daihon/shared/errors';
import { binStep } from '@daihon/shared/script/draft/edit';
import type { AuditEntry } from '../../../store/auditLog.ts';
import type { Connection } from '../connection.ts';
import { InvalidUpdate, MissingPart } from '../guard/invalidUpdate.ts';
import { savedFrame, updateFrame } from '../wire/frames.ts';
import type { Committer } from './committer.ts';
import { DraftFull } from './draftDocs.ts';
import type { Accepted } from './draftDocs.ts';
import type { Job, JobAuthor, JobRoom } from './job.ts';
import type { Ledger } from './ledger.ts';
import type { Notes } from './notes.ts';

interface Author {
  accountId: string;
  name: string;
}

export interface EditFrame {
  type: 'step2' | 'update';
  update: Uint8Array;
}

export interface EditsDeps {
  ledger: Ledger;
  committer: Committer;
  notes: Notes;
  /** Returns how many got it. */
  sendToAll(frame: Uint8Array, except: Connection | null): number;
  onStored(): void;
  onFailed(error: unknown): void;
}

/** The way of an edit: guard, log, live document, broadcast, `saved`. Nothing is shown to others before it is stored. */
export class Edits implements JobRoom {
  readonly tenantId: string;
  readonly #deps: EditsDeps;
  /** Frames that came while the draft is frozen; null when it is not. */
  #held: (() => void)[] | null = null;
  #turn: Promise<void> = Promise.resolve();
  #failed = false;

  constructor(deps: EditsDeps) {
    this.tenantId = deps.ledger.place.tenantId;
    this.#deps = deps;
  }

  take(connection: Connection, frame: EditFrame, bytes: number): void {
    if (this.#held === null) {
      this.#accept(connection, frame, bytes);
      return;
    }
    connection.wait(bytes);
    this.#held.push(() => {
      connection.waited(bytes);
      if (!connection.barred && connection.admission.ended() === null) this.take(connection, frame, bytes);
    });
  }

  stored(jobs: readonly Job[]): void {
    const updates = jobs.flatMap(({ update }) => (update === null ? [] : [update]));
    for (const { tenantId, event } of updates) {
      if (event !== null) this.#deps.notes.edited({ ...event, tenantId });
    }
    const fresh = updates.length === 0 ? null : this.#deps.ledger.apply(updates);
    if (fresh !== null) this.#broadcast(fresh, jobs);
    this.#confirm(jobs);
    if (updates.length > 0) this.#deps.onStored();
  }

  failed(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#deps.onFailed(error);
  }

  /** Resolves when everything accepted until now is stored and shown. Throws `unavailable` when it could not be. */
  settled(): Promise<void> {
    return this.#submit({ update: null, claims: [], audit: [], author: null });
  }

  /**
   * Runs `work` while no edit comes in: what is accepted is stored first, later frames wait. One at a time.
   * Not to be asked again from inside `work`.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(() => this.#hold(work));
    this.#turn = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  /** An edit of the server's own on behalf of an account, stored before it resolves. */
  async write(author: Author, change: (doc: Y.Doc) => void, event: AuditEntry): Promise<void> {
    await this.#store(author, this.#deps.ledger.write(author, change), event);
  }

  /** The same of an edit that is drawn already. It goes through the guard as a frame does; throws when that refuses it. */
  async writeDrawn(author: Author, update: Uint8Array, event: AuditEntry): Promise<void> {
    await this.#store(author, this.#deps.ledger.accept(update, author, 1), event);
  }

  async #store(author: Author, accepted: Accepted, event: AuditEntry): Promise<void> {
    const { ledger } = this.#deps;
    const claims = ledger.claimsOf(accepted, author.accountId);
    const touched = stepsOf(accepted);
    const numbered = (n: number): AuditEntry => ({ ...event, detail: { ...touched, ...event.detail, n } });
    const update = ledger.rowOf(accepted, author, numbered);
    await this.#submit({ update, claims, audit: update === null ? [event] : [], author: null });
  }

  #accept(connection: Connection, frame: EditFrame, bytes: number): void {
    const { ledger, notes } = this.#deps;
    try {
      const accepted = ledger.accept(frame.update, connection.admission.actor, connection.newClientsLeft);
      connection.newClientsLeft -= accepted.newClients.length;
      if (accepted.update !== null) connection.admission.touch();
      this.#enqueue(connection, frame, accepted, bytes);
      this.#signMarks(connection, accepted);
    } catch (error) {
      if (error instanceof MissingPart && frame.type === 'update' && !connection.answered) {
        this.#passOver(connection, bytes);
      } else if (error instanceof InvalidUpdate)
        notes.refuse(connection, 'invalidUpdate', error.message, bytes);
      else if (error instanceof DraftFull) notes.refuse(connection, 'draftFull', 'the draft is full', bytes);
      else throw error;
    }
  }

  /** Who has put a step into the bin is not the client's word; an undo brings back a colleague's mark, too. */
  #signMarks(connection: Connection, { binned }: Accepted): void {
    const { accountId: by, name } = connection.admission.actor;
    const wrong = binned.filter((mark) => mark.by !== by || mark.name !== name);
    if (wrong.length === 0) return;
    const stepIds = wrong.map(({ id }) => id);
    const row = this.#deps.notes.row(connection, 'update', { direction: 'in', part: 'sign', steps: stepIds });
    const sign = (doc: Y.Doc): void => {
      for (const { id, at } of wrong) binStep(doc, id, { by, name, at }, 'sign');
    };
    // When it cannot be stored, the edit itself cannot either, and the room is loaded anew.
    this.write({ accountId: by, name }, sign, row).catch(() => undefined);
  }

  /**
   * Typed after the connection was there again, before the answer to the server's step 1 has brought what was written without
   * one. The answer is made of the whole document, so it holds this edit too.
   */
  #passOver(connection: Connection, bytes: number): void {
    connection.early += 1;
    this.#deps.notes.cameIn(connection, 'update', { part: 'update', bytes, early: true });
  }

  #enqueue(connection: Connection, frame: EditFrame, accepted: Accepted, bytes: number): void {
    const { ledger, notes } = this.#deps;
    const { actor } = connection.admission;
    const { clients } = accepted;
    const clocks = Object.fromEntries(accepted.clocks);
    const detail = { direction: 'in', part: frame.type, bytes, n: null, clocks, ...stepsOf(accepted) };
    const update = ledger.rowOf(accepted, actor, (n) => notes.row(connection, 'update', { ...detail, n }));
    // An edit carries its event in its own row; what brought nothing new waits for one of its own.
    const nothingNew = frame.type === 'step2' ? 'sync' : 'update';
    const audit = update === null ? [notes.row(connection, nothingNew, detail)] : [];
    const frames = 1 + (frame.type === 'step2' ? connection.early : 0);
    if (frame.type === 'step2') {
      connection.answered = true;
      connection.early = 0;
    }
    connection.wait(bytes);
    const finish = (): void => {
      connection.waited(bytes);
    };
    this.#submit({
      update,
      claims: ledger.claimsOf(accepted, actor.accountId),
      audit,
      author: { connection, clients: frame.type === 'step2' ? null : clients, frames },
    }).then(finish, finish);
  }

  #submit(job: Omit<Job, 'room' | 'done'>): Promise<void> {
    if (this.#failed) return Promise.reject(new AppError('unavailable'));
    return new Promise((resolve, reject) => {
      const done = (error: unknown): void => {
        if (error === null) resolve();
        else reject(new AppError('unavailable', undefined, { cause: error }));
      };
      this.#deps.committer.submit({ ...job, room: this, done });
    });
  }

  #broadcast(fresh: Uint8Array, jobs: readonly Job[]): void {
    const frame = updateFrame(fresh);
    const recipients = this.#deps.sendToAll(frame, soleAuthor(jobs));
    if (recipients === 0) return;
    this.#deps.notes.wentOut(null, 'broadcast', { bytes: frame.length, edits: jobs.length, recipients });
  }

  #confirm(jobs: readonly Job[]): void {
    for (const [connection, authored] of byConnection(jobs)) {
      const frames = authored.reduce((sum, author) => sum + author.frames, 0);
      connection.storedFrames += frames;
      const frame = savedFrame(this.#vectorFor(authored), connection.storedFrames);
      connection.send(frame);
      this.#deps.notes.wentOut(connection, 'saved', { bytes: frame.length, frames });
    }
  }

  #vectorFor(authored: readonly JobAuthor[]): Uint8Array {
    const { live } = this.#deps.ledger;
    if (authored.some(({ clients }) => clients === null)) return Y.encodeStateVector(live);
    const clients = authored.flatMap((author) => author.clients ?? []);
    // Of these clients only: as true as the whole one, and it does not grow with the draft's history.
    return Y.encodeStateVector(new Map(clients.map((client) => [client, Y.getState(live.store, client)])));
  }

  async #hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held = [];
    try {
      await this.settled();
      return await work();
    } finally {
      const held = this.#held;
      this.#held = null;
      for (const go of held) go();
    }
  }
}

/** As many as a row names: who changed what is read from the record. */
const MOST_STEPS = 100;

function stepsOf({ steps }: Accepted): { steps?: string[] } {
  return steps.length === 0 ? {} : { steps: steps.slice(0, MOST_STEPS) };
}

/** The connection that everything in the batch came from: it has these edits already. */
function soleAuthor(jobs: readonly Job[]): Connection | null {
  const [first, ...others] = jobs.filter(({ update }) => update !== null);
  const author = first?.author?.connection ?? null;
  return others.every((job) => job.author?.connection === author) ? author : null;
}

function byConnection(jobs: readonly Job[]): Map<Connection, JobAuthor[]> {
  const authors = new Map<Connection, JobAuthor[]>();
  for (const { author } of jobs) {
    if (author === null) continue;
    const own = authors.get(author.connection);
    if (own === undefined) authors.set(author.connection, [author]);
    else own.push(author);
  }
  return authors;
}
