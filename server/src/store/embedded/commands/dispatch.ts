import { Binary, Int32, Long } from 'bson';
import type { Doc } from '../bson/value.ts';
import { isDoc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import type { Retryable } from '../engine/sessions.ts';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { getMore, killCursors } from './batch.ts';
import { explainCommand } from './explain.ts';
import { findAndModifyCommand } from './findAndModify.ts';
import { aggregateCommand, countCommand, distinctCommand, findCommand } from './read.ts';
import type { Reply, Request } from './request.ts';
import * as schema from './schema.ts';
import { buildInfoCommand, helloCommand, okCommand } from './server.ts';
import { deleteCommand, insertCommand, updateCommand } from './write.ts';

const reads: Readonly<Record<string, (request: Request) => Reply>> = {
  hello: helloCommand,
  ismaster: helloCommand,
  isMaster: helloCommand,
  ping: okCommand,
  buildInfo: buildInfoCommand,
  buildinfo: buildInfoCommand,
  endSessions: okCommand,
  find: findCommand,
  getMore,
  killCursors,
  aggregate: aggregateCommand,
  count: countCommand,
  distinct: distinctCommand,
  explain: explainCommand,
  listIndexes: schema.listIndexesCommand,
  listCollections: schema.listCollectionsCommand,
  listDatabases: schema.listDatabasesCommand,
};

const writes: Readonly<Record<string, (request: Request) => Doc>> = {
  insert: insertCommand,
  update: updateCommand,
  delete: deleteCommand,
  findAndModify: findAndModifyCommand,
  create: schema.createCommand,
  drop: schema.dropCommand,
  dropDatabase: schema.dropDatabaseCommand,
  createIndexes: schema.createIndexesCommand,
  dropIndexes: schema.dropIndexesCommand,
};

/** Runs one command: a read on the spot, a write answers after its commit is on disk. Throws or rejects with `CommandError`. */
export function runCommand(request: Request): Reply | Promise<Reply> {
  const { engine, name } = request;
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
  if (read) return read(request);
  const write = Object.hasOwn(writes, name) ? writes[name] : undefined;
  if (write) {
    checkWriteConcern(request.body.writeConcern);
    const retryable = retryableOf(request.body);
    const run = retryable
      ? () =>
          engine.sessions.once(retryable, () => {
            mayBeLost(request);
            return write(request);
          })
      : () => write(request);
    return engine.storage.write(() => caught(run)).then(rethrow);
  }
  if (name === 'configureFailPoint' && engine.failPoints) {
    engine.failPoints.configure(request.body);
    return { ok: 1 };
  }
  throw notSupported(`the command ${name}`);
}

/** For the drivers' test files: lets a write fail before its commit, or its answer get lost after it. */
function mayBeLost(request: Request): void {
  const lost = request.engine.failPoints?.takeLost();
  if (!lost) return;
  request.lost = lost;
  if (lost.beforeCommitCode !== undefined)
    throw new CommandError(lost.beforeCommitCode, 'FailPoint', 'Failing before the commit');
}

/** A refusal must not undo the commit it shares with others: it is carried out of it as a value. */
function caught(run: () => Doc): Doc | CommandError {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

function rethrow(result: Doc | CommandError): Doc {
  if (result instanceof CommandError) throw result;
  return result;
}

function checkWriteConcern(concern: unknown): void {
  if (!isDoc(concern)) return;
  const w = concern.w;
  const number = numberOf(w);
  if (w === undefined || w === 'majority' || number === 0 || number === 1) return;
  throw new CommandError(100, 'UnsatisfiableWriteConcern', 'Not enough data-bearing nodes');
}

function retryableOf(body: Doc): Retryable | undefined {
  const number = body.txnNumber;
  if (number === undefined) return undefined;
  if (body.startTransaction !== undefined || body.autocommit !== undefined)
    throw notSupported('multi-document transactions');
  const lsid = body.lsid;
  const id = isDoc(lsid) ? lsid.id : undefined;
  if (!(id instanceof Binary)) throw badValue('txnNumber needs a session');
  const session = Buffer.from(id.buffer.subarray(0, id.position));
  return { session, number: number instanceof Long ? number.toBigInt() : BigInt(numberOf(number) ?? 0) };
}

/** The reply for an error, as drivers expect it. */
export function errorReply(error: unknown): Doc {
  if (error instanceof CommandError) {
    return {
      ok: 0,
      errmsg: error.message,
      code: new Int32(error.code),
      codeName: error.codeName,
      ...error.extra,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ok: 0, errmsg: message, code: new Int32(8), codeName: 'UnknownError' };
}
