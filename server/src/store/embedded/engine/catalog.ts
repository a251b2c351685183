import { decode, encode, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import { CommandError } from '../errors.ts';
import { identical } from '../bson/compare.ts';
import { readIndex } from '../index/spec.ts';
import type { Index } from '../index/spec.ts';
import { under } from './bytes.ts';
import type { Storage } from './storage.ts';
import { Table } from './table.ts';

const catalogKind = 1;

/** Which collections and indexes there are. Lives in memory, is written through with the commit that changes it. */
export class Catalog {
  readonly #storage: Storage;
  readonly #tables = new Map<string, Table>();
  #nextTableId = 1;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Reads all of it anew: at start, and after a commit that did not happen. */
  load(): void {
    this.#tables.clear();
    this.#nextTableId = 1;
    for (const entry of this.#storage.scan(under(Buffer.of(catalogKind)), Infinity)) {
      const namespace = entry.key.subarray(1).toString('utf8');
      const stored = decode(entry.value);
      const id = numberOf(stored.id) ?? 0;
      this.#tables.set(namespace, this.#table(namespace, id, readStored(stored.indexes)));
      this.#nextTableId = Math.max(this.#nextTableId, id + 1);
    }
  }

  find(namespace: string): Table | undefined {
    return this.#tables.get(namespace);
  }

  namespaces(): string[] {
    return [...this.#tables.keys()];
  }

  tables(): Table[] {
    return [...this.#tables.values()];
  }

  /** The collection, made when it is not there. Inside a commit only. */
  ensure(namespace: string): Table {
    const existing = this.#tables.get(namespace);
    if (existing) return existing;
    checkNamespace(namespace);
    const table = this.#table(namespace, this.#nextTableId, [
      readIndex(1, { key: { _id: 1 }, name: '_id_' }),
    ]);
    this.#nextTableId += 1;
    this.#tables.set(namespace, table);
    this.#save(table);
    return table;
  }

  drop(namespace: string): Table | undefined {
    const table = this.#tables.get(namespace);
    if (!table) return undefined;
    table.clear();
    this.#storage.remove(keyOf(namespace));
    this.#tables.delete(namespace);
    return table;
  }

  /** Adds and fills an index. False when exactly this one is already there; a different one of its name or key is refused. */
  addIndex(table: Table, described: Doc): boolean {
    const id = Math.max(...table.indexes.map((index) => index.id)) + 1;
    const index = readIndex(id, described);
    for (const other of table.indexes) {
      const sameKey = identical(other.spec.key, index.spec.key);
      if (sameKey && sameOptions(other, index)) {
        if (other.name === index.name || other.name === '_id_') return false;
        throw new CommandError(
          85,
          'IndexOptionsConflict',
          `Index already exists with a different name: ${other.name}`,
        );
      }
      if (other.name === index.name || sameKey) {
        const code = sameKey ? 85 : 86;
        const codeName = sameKey ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict';
        throw new CommandError(
          code,
          codeName,
          `An existing index has the same name or key as the requested index: ${other.name}`,
        );
      }
    }
    const before = table.indexes;
    table.indexes = [...before, index];
    try {
      table.build(index);
    } catch (error) {
      table.clearIndex(index);
      table.indexes = before;
      throw error;
    }
    this.#save(table);
    return true;
  }

  dropIndex(table: Table, index: Index): void {
    table.clearIndex(index);
    table.indexes = table.indexes.filter((each) => each !== index);
    this.#save(table);
  }

  #table(namespace: string, id: number, indexes: Index[]): Table {
    const table: Table = new Table(this.#storage, namespace, id, indexes, () => this.#save(table));
    return table;
  }

  #save(table: Table): void {
    const indexes = table.indexes.map(({ id, spec, multikey, cut }) => ({ id, spec, multikey, cut }));
    this.#storage.put(keyOf(table.namespace), encode({ id: table.id, indexes }));
  }
}

function readStored(indexes: unknown): Index[] {
  if (!Array.isArray(indexes)) return [];
  return indexes.filter(isDoc).map((stored) =>
    readIndex(numberOf(stored.id) ?? 0, isDoc(stored.spec) ? stored.spec : {}, {
      multikey: stored.multikey === true,
      cut: stored.cut === true,
    }),
  );
}

function sameOptions(a: Index, b: Index): boolean {
  const option = (index: Index, name: string): unknown => index.spec[name];
  return (
    (a.unique === b.unique || a.name === '_id_') &&
    a.sparse === b.sparse &&
    a.expireAfterSeconds === b.expireAfterSeconds &&
    identical(option(a, 'partialFilterExpression') ?? null, option(b, 'partialFilterExpression') ?? null)
  );
}

function keyOf(namespace: string): Buffer {
  return Buffer.concat([Buffer.of(catalogKind), Buffer.from(namespace, 'utf8')]);
}

function checkNamespace(namespace: string): void {
  const collection = namespace.slice(namespace.indexOf('.') + 1);
  if (namespace.length > 255 || collection === '' || collection.includes('\0') || collection.includes('$')) {
    throw new CommandError(73, 'InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  }
}
