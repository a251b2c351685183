import { randomInt } from 'node:crypto';
import { CommandError } from '../errors.ts';

/** The rest of an answer. Holds a place to read on from, never a snapshot of the file. */
export interface Cursor {
  readonly id: number;
  readonly namespace: string;
  next: () => Buffer | undefined;
  lastUsedMs: number;
}

const idleMs = 10 * 60_000;

export class Cursors {
  readonly #open = new Map<number, Cursor>();

  open(namespace: string, next: () => Buffer | undefined): Cursor {
    const cursor = { id: randomInt(1, 2 ** 47), namespace, next, lastUsedMs: Date.now() };
    this.#open.set(cursor.id, cursor);
    return cursor;
  }

  use(id: number): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`);
    cursor.lastUsedMs = Date.now();
    return cursor;
  }

  close(id: number): boolean {
    return this.#open.delete(id);
  }

  closeIdle(): void {
    for (const [id, cursor] of this.#open) if (Date.now() - cursor.lastUsedMs > idleMs) this.#open.delete(id);
  }
}
