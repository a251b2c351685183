import { FieldReader } from '../bson/fields.ts';
import type { Doc } from '../bson/value.ts';
import { decode } from '../bson/value.ts';
import { duplicateKey } from '../index/duplicate.ts';
import { keysOf } from '../index/keys.ts';
import type { IndexKeys } from '../index/keys.ts';
import { fieldsOf } from '../index/spec.ts';
import type { Index } from '../index/spec.ts';
import { under } from './bytes.ts';
import type { KeyRange } from './bytes.ts';
import type { Storage } from './storage.ts';

export interface Row {
  readonly rid: Buffer;
  readonly bytes: Buffer;
}

const ridBytes = 6;
export const documentKind = 2;
export const indexKind = 3;

/**
 * One collection: documents under a rising record number, and its indexes, kept in step in the same commit.
 * Every method that writes must run inside `Storage.write`.
 */
export class Table {
  readonly namespace: string;
  readonly id: number;
  readonly #storage: Storage;
  readonly #documents: Buffer;
  readonly #onIndexState: () => void;
  #indexes: Index[] = [];
  #prefixes = new Map<Index, Buffer>();
  /** Of a document that is there, only what the indexes look at is decoded. */
  #indexed = new FieldReader([]);
  #nextRid: number | undefined;
  #count: number | undefined;

  constructor(storage: Storage, namespace: string, id: number, indexes: Index[], onIndexState: () => void) {
    this.#storage = storage;
    this.namespace = namespace;
    this.id = id;
    this.#onIndexState = onIndexState;
    this.#documents = tablePrefix(documentKind, id);
    this.indexes = indexes;
  }

  get indexes(): Index[] {
    return this.#indexes;
  }

  set indexes(indexes: Index[]) {
    this.#indexes = indexes;
    this.#prefixes = new Map(indexes.map((index) => [index, indexPrefix(this.id, index)]));
    this.#indexed = new FieldReader(indexes.flatMap(fieldsOf));
  }

  get documentRange(): KeyRange {
    return under(this.#documents);
  }

  indexPrefix(index: Index): Buffer {
    return this.#prefixes.get(index) ?? indexPrefix(this.id, index);
  }

  get count(): number {
    this.#count ??= this.#storage.count(this.documentRange);
    return this.#count;
  }

  /** Forgets what it remembers of the disk, after a commit that did not happen. */
  forget(): void {
    this.#count = undefined;
    this.#nextRid = undefined;
  }

  read(rid: Buffer): Buffer | undefined {
    return this.#storage.get(joined(this.#documents, rid));
  }

  insert(bytes: Buffer, doc: Doc): Row {
    const keyed = this.#keyed(doc);
    for (const { index, keys } of keyed) this.#refuseDuplicate(index, keys, doc);
    const rid = this.#takeRid();
    const count = this.count;
    this.#storage.put(joined(this.#documents, rid), bytes);
    for (const { index, keys } of keyed) this.#addKeys(index, keys, rid);
    this.#count = count + 1;
    return { rid, bytes };
  }

  replace(row: Row, bytes: Buffer, after: Doc): void {
    const before = this.#keyed(this.#indexed.read(row.bytes));
    const changes = before.map(({ index, keys }) =>
      changeOf(index, keys, keysOf(index, after, this.indexPrefix(index))),
    );
    for (const { index, added } of changes) this.#refuseDuplicate(index, added, after);
    for (const { index, removed, added } of changes) {
      for (const key of removed) this.#storage.remove(entryKey(index, key, row.rid));
      this.#addKeys(index, added, row.rid);
    }
    this.#storage.put(joined(this.#documents, row.rid), bytes);
  }

  remove(row: Row): void {
    const count = this.count;
    for (const { index, keys } of this.#keyed(this.#indexed.read(row.bytes))) {
      for (const key of keys.keys) this.#storage.remove(entryKey(index, key, row.rid));
    }
    this.#storage.remove(joined(this.#documents, row.rid));
    this.#count = count - 1;
  }

  /** Fills a new index from the documents that are there. Throws E11000 when they do not fit a unique one. */
  build(index: Index): void {
    const prefix = this.indexPrefix(index);
    let range = this.documentRange;
    for (;;) {
      const entries = this.#storage.scan(range, 500);
      for (const entry of entries) {
        const doc = decode(entry.value);
        const keys = keysOf(index, doc, prefix);
        this.#refuseDuplicate(index, keys, doc);
        this.#addKeys(index, keys, entry.key.subarray(this.#documents.length));
      }
      const last = entries.at(-1);
      if (!last || entries.length < 500) return;
      range = { lower: Buffer.concat([last.key, Buffer.of(0)]), upper: range.upper };
    }
  }

  clearIndex(index: Index): void {
    this.#storage.clear(under(this.indexPrefix(index)));
  }

  clear(): void {
    this.#storage.clear(this.documentRange);
    this.#storage.clear(under(tablePrefix(indexKind, this.id)));
    this.forget();
  }

  #keyed(doc: Doc): { index: Index; keys: IndexKeys }[] {
    return this.#indexes.map((index) => ({ index, keys: keysOf(index, doc, this.indexPrefix(index)) }));
  }

  #refuseDuplicate(index: Index, keys: IndexKeys, doc: Doc): void {
    if (!index.unique) return;
    for (const key of keys.keys) if (this.#storage.get(key)) throw duplicateKey(this.namespace, index, doc);
  }

  #addKeys(index: Index, keys: IndexKeys, rid: Buffer): void {
    for (const key of keys.keys) this.#storage.put(entryKey(index, key, rid), rid);
    if ((keys.multikey && !index.multikey) || (keys.cut && !index.cut)) {
      index.multikey ||= keys.multikey;
      index.cut ||= keys.cut;
      this.#onIndexState();
    }
  }

  #takeRid(): Buffer {
    if (this.#nextRid === undefined) {
      const [last] = this.#storage.scan(this.documentRange, 1, true);
      this.#nextRid = last ? last.key.readUIntBE(this.#documents.length, ridBytes) + 1 : 1;
    }
    const rid = Buffer.allocUnsafe(ridBytes);
    rid.writeUIntBE(this.#nextRid, 0, ridBytes);
    this.#nextRid += 1;
    return rid;
  }
}

/** A unique key stands alone; others carry the record number, so that equal values lie side by side. */
function entryKey(index: Index, key: Buffer, rid: Buffer): Buffer {
  return index.unique ? key : joined(key, rid);
}

function joined(a: Buffer, b: Buffer): Buffer {
  const result = Buffer.allocUnsafe(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

function indexPrefix(tableId: number, index: Index): Buffer {
  const prefix = Buffer.alloc(7);
  tablePrefix(indexKind, tableId).copy(prefix);
  prefix.writeUInt16BE(index.id, 5);
  return prefix;
}

function tablePrefix(kind: number, id: number): Buffer {
  const prefix = Buffer.alloc(5);
  prefix[0] = kind;
  prefix.writeUInt32BE(id, 1);
  return prefix;
}

function changeOf(index: Index, before: IndexKeys, after: IndexKeys) {
  const missing = (keys: readonly Buffer[], from: readonly Buffer[]): Buffer[] =>
    keys.filter((key) => !from.some((other) => other.equals(key)));
  return {
    index,
    removed: missing(before.keys, after.keys),
    added: { keys: missing(after.keys, before.keys), multikey: after.multikey, cut: after.cut },
  };
}
