import { Int32 } from 'bson';
import { encode, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { equal } from '../bson/compare.ts';
import type { Table } from '../engine/table.ts';
import { CommandError, badValue } from '../errors.ts';
import type { Index } from '../index/spec.ts';
import { matches, parseFilter } from '../query/filter.ts';
import { firstBatch } from './batch.ts';
import { countOption, docOption, namespaceOf, refuseOptions } from './request.ts';
import type { Reply, Request } from './request.ts';

export function createCommand(request: Request): Doc {
  refuseOptions(request, []);
  const namespace = namespaceOf(request);
  if (request.engine.catalog.find(namespace))
    throw new CommandError(48, 'NamespaceExists', `Collection ${namespace} already exists.`);
  request.engine.catalog.ensure(namespace);
  return { ok: 1 };
}

export function dropCommand(request: Request): Doc {
  refuseOptions(request, []);
  const namespace = namespaceOf(request);
  const table = request.engine.catalog.drop(namespace);
  if (!table) return { ok: 1 };
  return { nIndexesWas: new Int32(table.indexes.length), ns: namespace, ok: 1 };
}

export function dropDatabaseCommand(request: Request): Doc {
  refuseOptions(request, []);
  for (const namespace of request.engine.catalog.namespaces()) {
    if (namespace.startsWith(`${request.database}.`)) request.engine.catalog.drop(namespace);
  }
  return { dropped: request.database, ok: 1 };
}

export function createIndexesCommand(request: Request): Doc {
  refuseOptions(request, ['indexes', 'commitQuorum']);
  const { catalog } = request.engine;
  const namespace = namespaceOf(request);
  const created = !catalog.find(namespace);
  const table = catalog.ensure(namespace);
  const before = table.indexes.length;
  const described = request.body.indexes;
  if (!Array.isArray(described) || described.length === 0)
    throw badValue('Must specify at least one index to create');
  for (const each of described) {
    if (!isDoc(each)) throw badValue('The elements of the indexes array must be objects');
    catalog.addIndex(table, each);
  }
  return {
    numIndexesBefore: new Int32(before),
    numIndexesAfter: new Int32(table.indexes.length),
    createdCollectionAutomatically: created,
    ok: 1,
  };
}

export function dropIndexesCommand(request: Request): Doc {
  refuseOptions(request, ['index']);
  const table = existing(request);
  const before = table.indexes.length;
  const wanted = request.body.index;
  for (const index of wanted === '*'
    ? table.indexes.filter(({ name }) => name !== '_id_')
    : namedIndexes(table, wanted)) {
    request.engine.catalog.dropIndex(table, index);
  }
  return { nIndexesWas: new Int32(before), ok: 1 };
}

function namedIndexes(table: Table, wanted: unknown): Index[] {
  return (Array.isArray(wanted) ? wanted : [wanted]).map((each: unknown) => {
    const found = table.indexes.find(
      (index) => index.name === each || (isDoc(each) && equal(index.spec.key, each)),
    );
    if (!found) throw new CommandError(27, 'IndexNotFound', `index not found with name [${String(each)}]`);
    if (found.name === '_id_') throw new CommandError(72, 'InvalidOptions', 'cannot drop _id index');
    return found;
  });
}

export function listIndexesCommand(request: Request): Reply {
  refuseOptions(request, ['cursor']);
  const table = existing(request);
  const cursor = docOption(request.body.cursor, 'cursor');
  const specs = table.indexes.map(({ spec }) => encode(typed(spec)));
  return firstBatch(
    request,
    table.namespace,
    () => specs.shift(),
    countOption(cursor.batchSize, 'batchSize'),
  );
}

function typed(spec: Doc): Doc {
  return { ...spec, v: new Int32(2) };
}

export function listCollectionsCommand(request: Request): Reply {
  refuseOptions(request, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const filter = parseFilter(docOption(request.body.filter, 'filter'));
  const cursor = docOption(request.body.cursor, 'cursor');
  const prefix = `${request.database}.`;
  const names = request.engine.catalog.namespaces().filter((namespace) => namespace.startsWith(prefix));
  const found = names
    .map((namespace): Doc => {
      const name = namespace.slice(prefix.length);
      if (request.body.nameOnly === true) return { name, type: 'collection' };
      const idIndex = { v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' };
      return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex };
    })
    .filter((each) => matches(filter, each))
    .map(encode);
  const namespace = `${request.database}.$cmd.listCollections`;
  return firstBatch(request, namespace, () => found.shift(), countOption(cursor.batchSize, 'batchSize'));
}

export function listDatabasesCommand(request: Request): Doc {
  refuseOptions(request, ['filter', 'nameOnly', 'authorizedDatabases']);
  const filter = parseFilter(docOption(request.body.filter, 'filter'));
  const names = new Set(
    request.engine.catalog.namespaces().map((namespace) => namespace.slice(0, namespace.indexOf('.'))),
  );
  const databases = [...names].map((name): Doc => ({ name })).filter((each) => matches(filter, each));
  if (request.body.nameOnly === true) return { databases, ok: 1 };
  return {
    databases: databases.map((each) => ({ ...each, sizeOnDisk: 0, empty: false })),
    totalSize: 0,
    ok: 1,
  };
}

function existing(request: Request): Table {
  const namespace = namespaceOf(request);
  const table = request.engine.catalog.find(namespace);
  if (!table) throw new CommandError(26, 'NamespaceNotFound', `ns does not exist: ${namespace}`);
  return table;
}
