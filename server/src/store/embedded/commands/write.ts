import { Int32, ObjectId } from 'bson';
import { withIdFirst } from '../bson/fields.ts';
import { decode, encode, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import { CommandError, badValue, failedToParse } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { isRegex } from '../query/regex.ts';
import { modify, mostDocumentBytes, removeMatching, tooLarge, upsert } from './modify.ts';
import { findIn } from './read.ts';
import { docOption, namespaceOf, refuseOptions, refuseStatementOptions } from './request.ts';
import type { Request } from './request.ts';
import { parseUpdate } from '../update/update.ts';

/** Inserts one after the other; `ordered: false` goes on after a failure. Inside a commit only, as all of this file. */
export function insertCommand(request: Request): Doc {
  refuseOptions(request, ['documents', 'ordered', 'bypassDocumentValidation']);
  const namespace = namespaceOf(request);
  const documents = rawDocuments(request);
  return inTurn(request, documents, (bytes) => {
    const { stored, doc } = prepare(bytes);
    request.engine.catalog.ensure(namespace).insert(stored, doc);
    return { n: 1 };
  });
}

export function updateCommand(request: Request): Doc {
  refuseOptions(request, ['updates', 'ordered', 'bypassDocumentValidation']);
  const namespace = namespaceOf(request);
  return inTurn(
    request,
    statementsOf(request, 'updates', ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint']),
    (statement, i) => {
      const update = parseUpdate(statement.u, statement.arrayFilters);
      const multi = statement.multi === true;
      if (multi && update.replacement)
        throw failedToParse('multi update is not supported for replacement-style update');
      const filter = parseFilter(docOption(statement.q, 'q'));
      const table = request.engine.catalog.find(namespace);
      const found = findIn(request, table, { filter, limit: multi ? 0 : 1, hint: statement.hint });
      const matches = [];
      for (let match = found.next(); match; match = found.next()) matches.push(match);
      if (matches.length === 0 && statement.upsert === true) {
        const { id } = upsert(request.engine.catalog.ensure(namespace), filter, update);
        return { n: 1, nModified: 0, upserted: { index: new Int32(i), _id: id } };
      }
      let nModified = 0;
      for (const match of matches) if (table && modify(table, match, filter, update).changed) nModified += 1;
      return { n: matches.length, nModified };
    },
  );
}

export function deleteCommand(request: Request): Doc {
  refuseOptions(request, ['deletes', 'ordered']);
  const namespace = namespaceOf(request);
  return inTurn(request, statementsOf(request, 'deletes', ['q', 'limit', 'hint']), (statement) => {
    const limit = numberOf(statement.limit);
    if (limit !== 0 && limit !== 1)
      throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`);
    const filter = parseFilter(docOption(statement.q, 'q'));
    const table = request.engine.catalog.find(namespace);
    return { n: removeMatching(table, findIn(request, table, { filter, limit, hint: statement.hint })) };
  });
}

interface Outcome {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: Doc;
}

/** Runs the statements of a bulk and collects what they did and which of them failed. */
function inTurn<T>(
  request: Request,
  statements: readonly T[],
  run: (statement: T, index: number) => Outcome,
): Doc {
  const writeErrors: Doc[] = [];
  const upserted: Doc[] = [];
  let n = 0;
  let nModified = 0;
  for (const [i, statement] of statements.entries()) {
    try {
      const outcome = run(statement, i);
      n += outcome.n;
      nModified += outcome.nModified ?? 0;
      if (outcome.upserted) upserted.push(outcome.upserted);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      writeErrors.push({
        index: new Int32(i),
        code: new Int32(error.code),
        ...error.extra,
        errmsg: error.message,
      });
      if (request.body.ordered !== false) break;
    }
  }
  return {
    n: new Int32(n),
    ...(request.name === 'update' && { nModified: new Int32(nModified) }),
    ...(upserted.length > 0 && { upserted }),
    ...(writeErrors.length > 0 && { writeErrors }),
    ok: 1,
  };
}

/** The statements of a bulk. One that asks for something unknown refuses the whole command, as a parser would. */
function statementsOf(request: Request, name: string, options: readonly string[]): Doc[] {
  const list = request.sequences.get(name)?.map(decode) ?? request.body[name];
  if (!Array.isArray(list) || list.length === 0 || !list.every(isDoc)) {
    throw badValue(`Write batch sizes must be between 1 and 100000. ${name} is none.`);
  }
  for (const statement of list) refuseStatementOptions(statement, options, request.name);
  return list;
}

/** From the document sequence, or from the body, where the wire has left them undecoded. */
function rawDocuments(request: Request): readonly Buffer[] {
  const sequence = request.sequences.get('documents');
  if (sequence) return sequence;
  const list = request.body.documents;
  if (!Array.isArray(list) || list.length === 0)
    throw badValue('Write batch sizes must be between 1 and 100000. Got 0 operations.');
  return list.map((each: unknown) => {
    if (each instanceof Uint8Array) return Buffer.from(each);
    if (isDoc(each)) return encode(each);
    throw badValue('documents must be objects');
  });
}

/** The bytes to store: as they came, unless `_id` is missing or not in front. */
function prepare(bytes: Buffer): { stored: Buffer; doc: Doc } {
  const doc = decode(bytes);
  const hasId = Object.hasOwn(doc, '_id');
  const id = doc._id;
  if (hasId && (Array.isArray(id) || isRegex(id) || id === undefined)) {
    throw new CommandError(
      53,
      'InvalidIdField',
      `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`,
    );
  }
  const dollar = isDoc(id) ? Object.keys(id).find((name) => name.startsWith('$')) : undefined;
  if (dollar !== undefined) {
    throw new CommandError(
      52,
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    );
  }
  if (bytes.length > mostDocumentBytes) throw tooLarge(bytes.length);
  const stored = withIdFirst(bytes);
  if (stored) return { stored, doc };
  const complete = { _id: new ObjectId(), ...doc };
  return { stored: encode(complete), doc: complete };
}
