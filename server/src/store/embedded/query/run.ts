import { FieldReader } from '../bson/fields.ts';
import { decode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { KeyRange } from '../engine/bytes.ts';
import type { Entry, Storage } from '../engine/storage.ts';
import type { Row, Table } from '../engine/table.ts';
import { fieldsIn, matches } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Plan } from './plan.ts';

/** A matching document as it lies on disk; decoded only for those who ask. */
export class Match implements Row {
  readonly rid: Buffer;
  readonly bytes: Buffer;
  /** The fields at the top that the filter and the sort look at. */
  readonly fields: Doc;
  #doc: Doc | undefined;

  constructor(rid: Buffer, bytes: Buffer, fields: Doc) {
    this.rid = rid;
    this.bytes = bytes;
    this.fields = fields;
  }

  get doc(): Doc {
    this.#doc ??= decode(this.bytes);
    return this.#doc;
  }
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
  readonly #reader: FieldReader;
  readonly #seen = new Set<string>();
  #range = 0;
  #resume: Buffer | undefined;
  #ready: Match[] = [];
  #chunk: number;
  #done = false;
  keysExamined = 0;
  docsExamined = 0;

  /** `wanted`: how many matches will be asked for, as far as that is known; `sortFields`: what a sort in memory looks at. */
  constructor(
    storage: Storage,
    table: Table,
    plan: Plan,
    filter: Filter,
    wanted = Infinity,
    sortFields: readonly string[] = [],
  ) {
    this.#storage = storage;
    this.#table = table;
    this.#plan = plan;
    this.#filter = filter;
    this.#chunk = Math.min(wanted, Number.isFinite(wanted) ? largeChunk : smallChunk);
    this.#reader = new FieldReader([...fieldsIn(filter), ...sortFields]);
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
    const found: Match[] = [];
    for (const { key, value } of this.#entries(range)) {
      const rid = this.#plan.index ? value : Buffer.from(key.subarray(5));
      const bytes = this.#plan.index ? this.#behind(rid) : value;
      if (!bytes) continue;
      this.docsExamined += 1;
      const fields = this.#reader.read(bytes);
      if (matches(this.#filter, fields)) found.push(new Match(rid, bytes, fields));
    }
    return found;
  }

  /** The next entries of the range; at its end, moves on to the range after it. */
  #entries(range: KeyRange): readonly Entry[] {
    if (this.#plan.single) {
      this.#range += 1;
      const value = this.#storage.get(range.lower);
      return value ? [{ key: range.lower, value }] : [];
    }
    const entries = this.#storage.scan(this.#remaining(range), this.#chunk, this.#plan.backward);
    const last = entries.at(-1);
    if (last && entries.length === this.#chunk) this.#resume = last.key;
    else {
      this.#range += 1;
      this.#resume = undefined;
    }
    this.#chunk = Math.min(Math.max(this.#chunk * 4, smallChunk), largeChunk);
    return entries;
  }

  #remaining(range: KeyRange): KeyRange {
    if (!this.#resume) return range;
    return this.#plan.backward
      ? { lower: range.lower, upper: this.#resume }
      : { lower: Buffer.concat([this.#resume, Buffer.of(0)]), upper: range.upper };
  }

  /** The document behind an index entry; undefined when an earlier entry led to it already. */
  #behind(rid: Buffer): Buffer | undefined {
    this.keysExamined += 1;
    if (this.#plan.index?.multikey) {
      const name = rid.toString('latin1');
      if (this.#seen.has(name)) return undefined;
      this.#seen.add(name);
    }
    return this.#table.read(rid);
  }
}
