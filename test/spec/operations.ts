import type {
  AnyBulkWriteOperation,
  BulkWriteResult,
  Collection,
  Db,
  Document,
  Filter,
  UpdateFilter,
} from 'mongodb';
import { MongoBulkWriteError } from 'mongodb';
import type { Entities } from './entities.ts';
import type { EntityDescription, SpecOperation } from './format.ts';

type Options = Record<string, unknown>;

/** Runs one operation of a test and answers with its result in the words of the test format. */
export async function runOperation(entities: Entities, operation: SpecOperation): Promise<unknown> {
  const given = { ...operation.arguments };
  if (operation.object === 'testRunner') return runnerOperation(entities, operation.name, given);
  const collection = entities.collections.get(operation.object);
  if (collection) return collectionOperation(collection, operation.name, given);
  const database = entities.databases.get(operation.object);
  if (database) return databaseOperation(database, operation.name, given);
  throw new Error(`The runner cannot run ${operation.name} on ${operation.object}`);
}

async function runnerOperation(entities: Entities, name: string, given: Options): Promise<unknown> {
  if (name === 'createEntities') {
    entities.create(given.entities as EntityDescription[]);
    return undefined;
  }
  if (name !== 'failPoint') throw new Error(`The runner does not know ${name}`);
  return entities.clients
    .get(String(given.client))
    ?.db('admin')
    .command(given.failPoint as Document);
}

async function databaseOperation(database: Db, name: string, given: Options): Promise<unknown> {
  switch (name) {
    case 'runCommand':
      return database.command(given.command as Document);
    case 'aggregate': {
      const { pipeline, ...options } = given;
      return database.aggregate(pipeline as Document[], options).toArray();
    }
    case 'createCollection': {
      const { collection, ...options } = given;
      await database.createCollection(String(collection), options);
      return undefined;
    }
    case 'dropCollection':
      return database.dropCollection(String(given.collection));
    default:
      throw new Error(`The runner does not know ${name}`);
  }
}

async function collectionOperation(collection: Collection, name: string, given: Options): Promise<unknown> {
  const {
    filter = {},
    update,
    replacement,
    document,
    documents,
    pipeline,
    requests,
    fieldName,
    keys,
    ...options
  } = given;
  const where = filter as Filter<Document>;
  const change = update as UpdateFilter<Document>;
  switch (name) {
    case 'aggregate':
      return collection.aggregate(pipeline as Document[], options).toArray();
    case 'find':
      return collection.find(where, options).toArray();
    case 'findOne':
      return collection.findOne(where, options);
    case 'count':
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the files test it
      return collection.count(where, options);
    case 'countDocuments':
      return collection.countDocuments(where, options);
    case 'estimatedDocumentCount':
      return collection.estimatedDocumentCount(options);
    case 'distinct':
      return collection.distinct(String(fieldName), where, options);
    case 'insertOne':
      return collection.insertOne(document as Document, options);
    case 'insertMany':
      return withoutUndefined(await collection.insertMany(documents as Document[], options));
    case 'updateOne':
      return withoutNullId(await collection.updateOne(where, change, options));
    case 'updateMany':
      return withoutNullId(await collection.updateMany(where, change, options));
    case 'replaceOne':
      return withoutNullId(await collection.replaceOne(where, replacement as Document, options));
    case 'deleteOne':
      return collection.deleteOne(where, options);
    case 'deleteMany':
      return collection.deleteMany(where, options);
    case 'findOneAndUpdate':
      return collection.findOneAndUpdate(where, change, lowered(options));
    case 'findOneAndReplace':
      return collection.findOneAndReplace(where, replacement as Document, lowered(options));
    case 'findOneAndDelete':
      return collection.findOneAndDelete(where, options);
    case 'bulkWrite':
      return bulkResult(await collection.bulkWrite(requests as AnyBulkWriteOperation[], options));
    case 'createIndex':
      return collection.createIndexes([{ ...options, key: keys as Record<string, 1> }]);
    default:
      throw new Error(`The runner does not know ${name}`);
  }
}

function lowered(options: Options): Options {
  const { returnDocument, ...rest } = options;
  return typeof returnDocument === 'string'
    ? { ...rest, returnDocument: returnDocument.toLowerCase() }
    : rest;
}

function withoutUndefined(result: object): object {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined));
}

/** The driver says `upsertedId: null` where the format expects the field to be absent. */
function withoutNullId(result: { upsertedId: unknown }): object {
  const { upsertedId, ...rest } = result;
  return upsertedId === null ? rest : result;
}

function bulkResult(result: BulkWriteResult): object {
  const {
    insertedCount,
    matchedCount,
    modifiedCount,
    deletedCount,
    upsertedCount,
    insertedIds,
    upsertedIds,
  } = result;
  return {
    insertedCount,
    matchedCount,
    modifiedCount,
    deletedCount,
    upsertedCount,
    insertedIds,
    upsertedIds,
  };
}

/** What a failed bulk had done before it failed. */
export function partialResult(error: unknown): unknown {
  return error instanceof MongoBulkWriteError ? bulkResult(error.result) : undefined;
}
