import type { Doc } from '../bson/value.ts';
import { decode } from '../bson/value.ts';
import { duplicateKey } from '../index/duplicate.ts';
import { keysOf } from '../index/keys.ts';
import type { IndexKeys } from '../index/keys.ts';
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
  indexes: Index[];
  #nextRid: number | undefined;
  #count: number | undefined;

  constructor(storage: Storage, namespace: string, id: number, indexes: Index[], onIndexState: () => void) {
    this.#storage = storage;
    this.namespace = namespace;
    this.id = id;
    this.indexes = indexes;
    this.#onIndexState = onIndexState;
    this.#documents = tablePrefix(documentKind, id);
  }

  get documentRange(): KeyRange {
    return under(this.#documents);
  }

  indexPrefix(index: Index): Buffer {
    const prefix = Buffer.alloc(7);
    tablePrefix(indexKind, this.id).copy(prefix);
    prefix.writeUInt16BE(index.id, 5);
    return prefix;
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
    return this.#storage.get(Buffer.concat([this.#documents, rid]));
  }

  insert(bytes: Buffer, doc: Doc): Row {
    const keyed = this.#keyed(doc);
    for (const { index, keys } of keyed) this.#refuseDuplicate(index, keys, doc);
    const rid = this.#takeRid();
    const count = this.count;
    this.#storage.put(Buffer.concat([this.#documents, rid]), bytes);
    for (const { index, keys } of keyed) this.#addKeys(index, keys, rid);
    this.#count = count + 1;
    return { rid, bytes };
  }

  replace(row: Row, before: Doc, bytes: Buffer, after: Doc): void {
    const changes = this.indexes.map((index) => changeOf(index, keysOf(index, before), keysOf(index, after)));
    for (const { index, added } of changes) this.#refuseDuplicate(index, added, after);
    for (const { index, removed, added } of changes) {
      for (const key of removed) this.#storage.remove(this.#entryKey(index, key, row.rid));
      this.#addKeys(index, added, row.rid);
    }
    this.#storage.put(Buffer.concat([this.#documents, row.rid]), bytes);
  }

  remove(row: Row, doc: Doc): void {
    const count = this.count;
    for (const { index, keys } of this.#keyed(doc)) {
      for (const key of keys.keys) this.#storage.remove(this.#entryKey(index, key, row.rid));
    }
    this.#storage.remove(Buffer.concat([this.#documents, row.rid]));
    this.#count = count - 1;
  }

  /** Fills a new index from the documents that are there. Throws E11000 when they do not fit a unique one. */
  build(index: Index): void {
    let range = this.documentRange;
    for (;;) {
      const entries = this.#storage.scan(range, 500);
      for (const entry of entries) {
        const doc = decode(entry.value);
        const keys = keysOf(index, doc);
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
    return this.indexes.map((index) => ({ index, keys: keysOf(index, doc) }));
  }

  #refuseDuplicate(index: Index, keys: IndexKeys, doc: Doc): void {
    if (!index.unique) return;
    for (const key of keys.keys) {
      if (this.#storage.get(this.#entryKey(index, key, undefined)))
        throw duplicateKey(this.namespace, index, doc);
    }
  }

  #addKeys(index: Index, keys: IndexKeys, rid: Buffer): void {
    for (const key of keys.keys) this.#storage.put(this.#entryKey(index, key, rid), rid);
    if ((keys.multikey && !index.multikey) || (keys.cut && !index.cut)) {
      index.multikey ||= keys.multikey;
      index.cut ||= keys.cut;
      this.#onIndexState();
    }
  }

  /** A unique key stands alone; others carry the record number, so that equal values lie side by side. */
  #entryKey(index: Index, key: Buffer, rid: Buffer | undefined): Buffer {
    return Buffer.concat(
      index.unique || !rid ? [this.indexPrefix(index), key] : [this.indexPrefix(index), key, rid],
    );
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
