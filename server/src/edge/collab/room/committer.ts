import type { DraftClient } from '../../../store/draftClients.ts';
import type { DraftUpdate } from '../../../store/draftUpdates.ts';
import type { Job, JobRoom } from './job.ts';
import type { Journal } from './journal.ts';
import type { DraftStorage } from './storage.ts';

const MAX_BATCH_JOBS = 1_000;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Group commit of all rooms: at once when idle, and what comes while a commit is under way goes together with the next one.
 * A job is done only when its update and its audit rows are durable.
 */
export class Committer {
  readonly #storage: Pick<DraftStorage, 'appendUpdates' | 'claimClients'>;
  readonly #journal: Pick<Journal, 'recordWith'>;
  readonly #failedRooms = new WeakSet<JobRoom>();
  #queue: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(
    storage: Pick<DraftStorage, 'appendUpdates' | 'claimClients'>,
    journal: Pick<Journal, 'recordWith'>,
  ) {
    this.#storage = storage;
    this.#journal = journal;
  }

  get queued(): number {
    return this.#queue.length;
  }

  submit(job: Job): void {
    this.#queue.push(job);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is queued or under way. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the loop: frames that arrived in the same poll go together.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    while (this.#queue.length > 0) await this.#commit(this.#takeBatch());
    this.#running = null;
  }

  #takeBatch(): Job[] {
    let bytes = 0;
    let count = 0;
    for (const job of this.#queue) {
      bytes += job.update?.payload.length ?? 0;
      if (count > 0 && (count >= MAX_BATCH_JOBS || bytes > MAX_BATCH_BYTES)) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #commit(batch: readonly Job[]): Promise<void> {
    const jobs = batch.filter((job) => {
      if (!this.#failedRooms.has(job.room)) return true;
      job.done(new Error('the room has failed'));
      return false;
    });
    try {
      await this.#store(jobs);
    } catch (error) {
      this.#fail(jobs, error);
      return;
    }
    for (const [room, own] of byRoom(jobs)) this.#tell(room, own);
  }

  async #store(jobs: readonly Job[]): Promise<void> {
    const updates = jobs.flatMap(({ update }) => (update === null ? [] : [update]));
    const audit = jobs.flatMap((job) => job.audit);
    // The edits first: while the store commits them, their rows of the record are chained and hashed here.
    const stored = storeUpdates(this.#storage, updates);
    const recorded = this.#journal.recordWith(audit);
    // Who owns a new client id follows from the log row that brought it in: loading makes up for a claim that a crash prevented.
    const claimed = [...claimsByTenant(jobs)].map(([tenantId, claims]) =>
      this.#storage.claimClients(tenantId, claims),
    );
    await Promise.all([stored, recorded, ...claimed]);
  }

  #tell(room: JobRoom, jobs: readonly Job[]): void {
    try {
      room.stored(jobs);
      for (const job of jobs) job.done(null);
    } catch (error) {
      this.#fail(jobs, error);
    }
  }

  #fail(jobs: readonly Job[], error: unknown): void {
    for (const [room, own] of byRoom(jobs)) {
      this.#failedRooms.add(room);
      room.failed(error);
      for (const job of own) job.done(error);
    }
  }
}

async function storeUpdates(
  storage: Pick<DraftStorage, 'appendUpdates'>,
  updates: readonly DraftUpdate[],
): Promise<void> {
  if (updates.length > 0) await storage.appendUpdates(updates);
}

function byRoom(jobs: readonly Job[]): Map<JobRoom, Job[]> {
  const rooms = new Map<JobRoom, Job[]>();
  for (const job of jobs) {
    const own = rooms.get(job.room);
    if (own === undefined) rooms.set(job.room, [job]);
    else own.push(job);
  }
  return rooms;
}

function claimsByTenant(jobs: readonly Job[]): Map<string, DraftClient[]> {
  const claims = new Map<string, DraftClient[]>();
  for (const job of jobs) {
    if (job.claims.length === 0) continue;
    claims.set(job.room.tenantId, [...(claims.get(job.room.tenantId) ?? []), ...job.claims]);
  }
  return claims;
}
