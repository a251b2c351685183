import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import type { KeyRange } from './bytes.ts';

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One ordered map of bytes on disk. Reads see what is committed; writes happen inside `write` only.
 * The writes that arrive in one turn of the event loop share one commit, and a write's promise resolves only
 * after that commit has reached the disk: data pages, fdatasync, then the page that makes them current.
 */
export class Storage {
  readonly #db: RootDatabase<Buffer, Buffer>;
  readonly #onAbort: () => void;
  #jobs: Job[] = [];
  #scheduled = false;
  #writing = false;
  #closed = false;

  constructor(path: string, onAbort: () => void) {
    this.#onAbort = onAbort;
    mkdirSync(path, { recursive: true, mode: 0o700 });
    this.#db = open<Buffer, Buffer>({
      path,
      keyEncoding: 'binary',
      encoding: 'binary',
      cache: false,
      // The plain order of a commit; with it on, a commit is visible before it is safe.
      overlappingSync: false,
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.#db.get(key);
  }

  /** The entries of a range as they are now, at most `limit`. Holds no snapshot once it has returned. */
  scan(range: KeyRange, limit: number, backward = false): Entry[] {
    const entries: Entry[] = [];
    const options = backward
      ? {
          start: range.upper,
          end: range.lower,
          exclusiveStart: true,
          inclusiveEnd: true,
          reverse: true,
          limit,
        }
      : { start: range.lower, end: range.upper, limit };
    for (const entry of this.#db.getRange(options)) entries.push({ key: entry.key, value: entry.value });
    return entries;
  }

  count(range: KeyRange): number {
    return this.#db.getKeysCount({ start: range.lower, end: range.upper });
  }

  put(key: Buffer, value: Buffer): void {
    this.#assertWriting();
    this.#db.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.#assertWriting();
    this.#db.removeSync(key);
  }

  clear(range: KeyRange): void {
    for (;;) {
      const entries = this.scan(range, 1000);
      for (const { key } of entries) this.remove(key);
      if (entries.length < 1000) return;
    }
  }

  /** Runs the work inside the next commit. If it throws, nothing of it is kept. */
  write<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The store is closed.'));
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#commit(this.#jobs.splice(0));
      });
    });
  }

  /** Commits what is waiting and closes the file. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#commit(this.#jobs.splice(0));
    await this.#db.close();
  }

  #commit(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    let results: unknown[] = [];
    try {
      this.#transact(() => {
        results = jobs.map(({ work }) => work());
      });
    } catch (error) {
      this.#onAbort();
      const [only] = jobs;
      if (jobs.length === 1 && only) only.reject(error);
      // One of them failed and took the others along: each again, alone.
      else for (const job of jobs) this.#commit([job]);
      return;
    }
    for (const [i, job] of jobs.entries()) job.resolve(results[i]);
  }

  #transact(work: () => void): void {
    this.#writing = true;
    try {
      this.#db.transactionSync(work);
    } finally {
      this.#writing = false;
    }
  }

  #assertWriting(): void {
    if (!this.#writing) throw new Error('A write outside of a commit.');
  }
}
