import { MongoBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import type { MongoClient } from 'mongodb';
import { Entities } from './entities.ts';
import type { ExpectedError, InitialData, SpecFile, SpecTest } from './format.ts';
import { mismatch, show } from './match.ts';
import { partialResult, runOperation } from './operations.ts';

/** Runs one test of a file from its initial data on. Resolves with what went wrong, or undefined. */
export async function executeTest(
  uri: string,
  internal: MongoClient,
  file: SpecFile,
  test: SpecTest,
): Promise<string | undefined> {
  for (const configureFailPoint of ['failCommand', 'onPrimaryTransactionalWrite']) {
    await internal.db('admin').command({ configureFailPoint, mode: 'off' });
  }
  for (const data of file.initialData ?? []) await reset(internal, data);
  const entities = new Entities(uri);
  try {
    entities.create(file.createEntities ?? []);
    for (const operation of test.operations) {
      const wrong = await checkOperation(entities, operation);
      if (wrong !== undefined) return `${operation.name}: ${wrong}`;
    }
    return wrongEvents(entities, test) ?? (await wrongOutcome(internal, test.outcome ?? []));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await entities.close();
  }
}

async function reset(
  internal: MongoClient,
  { databaseName, collectionName, documents }: InitialData,
): Promise<void> {
  const collection = internal.db(databaseName).collection(collectionName);
  await collection.drop();
  if (documents.length > 0) await collection.insertMany(documents);
  else await internal.db(databaseName).createCollection(collectionName);
}

async function checkOperation(
  entities: Entities,
  operation: SpecTest['operations'][number],
): Promise<string | undefined> {
  let result: unknown;
  try {
    result = await runOperation(entities, operation);
  } catch (error) {
    if (!operation.expectError) return error instanceof Error ? error.message : String(error);
    return wrongError(operation.expectError, error);
  }
  if (operation.expectError) return `expected an error, got ${show(result)}`;
  return operation.expectResult === undefined ? undefined : mismatch(operation.expectResult, result);
}

function wrongError(expected: ExpectedError, error: unknown): string | undefined {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const fromServer = error instanceof MongoServerError;
  const labels = (name: string): boolean => error instanceof MongoError && error.hasErrorLabel(name);
  if (expected.isClientError !== undefined && expected.isClientError === fromServer)
    return `is not a ${expected.isClientError ? 'client' : 'server'} error: ${error.message}`;
  if (
    expected.errorContains !== undefined &&
    !error.message.toLowerCase().includes(expected.errorContains.toLowerCase())
  )
    return `"${error.message}" does not contain "${expected.errorContains}"`;
  if (expected.errorCode !== undefined && (!fromServer || error.code !== expected.errorCode))
    return `has not the code ${expected.errorCode}: ${error.message}`;
  for (const name of expected.errorLabelsContain ?? [])
    if (!labels(name)) return `has no label ${name}: ${error.message}`;
  for (const name of expected.errorLabelsOmit ?? [])
    if (labels(name)) return `has the label ${name}: ${error.message}`;
  if (expected.errorResponse !== undefined) {
    const response: unknown = fromServer ? error.errorResponse : undefined;
    const difference = mismatch(expected.errorResponse, response);
    if (difference !== undefined) return `error response ${difference}`;
  }
  if (expected.expectResult === undefined) return undefined;
  const partial = error instanceof MongoBulkWriteError ? partialResult(error) : undefined;
  return mismatch(expected.expectResult, partial);
}

function wrongEvents(entities: Entities, test: SpecTest): string | undefined {
  for (const { client, events } of test.expectEvents ?? []) {
    const seen = entities.events.get(client) ?? [];
    const expectsConnections = events.some((event) => 'connectionCheckOutStartedEvent' in event);
    const relevant = seen.filter(({ kind }) => kind.startsWith('connection') === expectsConnections);
    if (relevant.length !== events.length)
      return `expected ${events.length} events, saw ${relevant.map(({ kind, fields }) => `${kind} ${String(fields.commandName)}`).join(', ')}`;
    for (const [i, event] of events.entries()) {
      const [kind = '', fields = {}] = Object.entries(event)[0] ?? [];
      const actual = relevant[i];
      if (actual?.kind !== kind) return `event ${i} is ${actual?.kind ?? 'none'} and not ${kind}`;
      const { command, reply, ...rest } = fields;
      const difference =
        mismatch(rest, actual.fields) ??
        (command === undefined ? undefined : mismatch(command, actual.fields.command)) ??
        (reply === undefined ? undefined : mismatch(reply, actual.fields.reply));
      if (difference !== undefined) return `event ${i} (${kind}) ${difference}`;
    }
  }
  return undefined;
}

async function wrongOutcome(
  internal: MongoClient,
  outcome: readonly InitialData[],
): Promise<string | undefined> {
  for (const { databaseName, collectionName, documents } of outcome) {
    const found = await internal
      .db(databaseName)
      .collection(collectionName)
      .find()
      .sort({ _id: 1 })
      .toArray();
    const difference =
      show(found) === show(documents) ? undefined : `expected ${show(documents)}, found ${show(found)}`;
    if (difference !== undefined) return `outcome of ${collectionName}: ${difference}`;
  }
  return undefined;
}
