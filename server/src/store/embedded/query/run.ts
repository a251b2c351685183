import { decode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { KeyRange } from '../engine/bytes.ts';
import type { Storage } from '../engine/storage.ts';
import type { Row, Table } from '../engine/table.ts';
import type { Filter } from './filter.ts';
import { matches } from './filter.ts';
import type { Plan } from './plan.ts';

/** A matching document: as it lies on disk, and decoded. */
export interface Match extends Row {
  readonly doc: Doc;
}

const smallChunk = 32;
const largeChunk = 512;

/**
 * Reads a plan piece by piece. Between two pieces it keeps the last key and no snapshot, so that a reader who takes
 * his time neither blocks anybody nor makes the file grow; he may see what was written in the meantime.
 */
export class Scan {
  readonly #storage: Storage;
  readonly #table: Table;
  readonly #plan: Plan;
  readonly #filter: Filter;
  readonly #seen = new Set<string>();
  #range = 0;
  #resume: Buffer | undefined;
  #ready: Match[] = [];
  #chunk = smallChunk;
  #done = false;
  keysExamined = 0;
  docsExamined = 0;

  constructor(storage: Storage, table: Table, plan: Plan, filter: Filter) {
    this.#storage = storage;
    this.#table = table;
    this.#plan = plan;
    this.#filter = filter;
  }

  /** The next match, or undefined at the end. */
  next(): Match | undefined {
    while (this.#ready.length === 0 && !this.#done) this.#ready = this.#readChunk().reverse();
    return this.#ready.pop();
  }

  #readChunk(): Match[] {
    const range = this.#plan.ranges[this.#range];
    if (!range) {
      this.#done = true;
      return [];
    }
    const entries = this.#storage.scan(this.#remaining(range), this.#chunk, this.#plan.backward);
    const last = entries.at(-1);
    if (last && entries.length === this.#chunk) this.#resume = last.key;
    else {
      this.#range += 1;
      this.#resume = undefined;
    }
    this.#chunk = largeChunk;
    const found: Match[] = [];
    for (const { key, value } of entries) {
      const row = this.#plan.index ? this.#rowOf(value) : { rid: Buffer.from(key.subarray(5)), bytes: value };
      if (!row) continue;
      this.docsExamined += 1;
      const doc = decode(row.bytes);
      if (matches(this.#filter, doc)) found.push({ ...row, doc });
    }
    return found;
  }

  #remaining(range: KeyRange): KeyRange {
    if (!this.#resume) return range;
    return this.#plan.backward
      ? { lower: range.lower, upper: this.#resume }
      : { lower: Buffer.concat([this.#resume, Buffer.of(0)]), upper: range.upper };
  }

  /** The document behind an index entry; undefined when an earlier entry led to it already. */
  #rowOf(rid: Buffer): Row | undefined {
    this.keysExamined += 1;
    if (this.#plan.index?.multikey) {
      const name = rid.toString('latin1');
      if (this.#seen.has(name)) return undefined;
      this.#seen.add(name);
    }
    const bytes = this.#table.read(rid);
    return bytes && { rid, bytes };
  }
}
