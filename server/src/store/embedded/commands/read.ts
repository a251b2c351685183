import { Int32 } from 'bson';
import { parsePipeline, stageOf, wholeNumber } from '../aggregate/pipeline.ts';
import { pick } from '../bson/fields.ts';
import { keyOf } from '../bson/key.ts';
import { encode, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import type { Table } from '../engine/table.ts';
import { CommandError, badValue, failedToParse, notSupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import type { Filter } from '../query/filter.ts';
import { find } from '../query/find.ts';
import type { FindOptions, Found } from '../query/find.ts';
import { partsOf, leavesAt } from '../query/path.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { firstBatch } from './batch.ts';
import { countOption, docOption, namespaceOf, refuseOptions } from './request.ts';
import type { Reply, Request } from './request.ts';

const largeScan = 10_000;

const warnEveryMs = 60_000;
const lastWarnings = new Map<string, number>();

/** Finds, and says so in the log when it has to go through a large collection for want of an index. */
export function findIn(request: Request, table: Table | undefined, options: FindOptions): Found {
  const found = find(request.engine.storage, table, options);
  const everything = options.filter.kind === 'and' && options.filter.filters.length === 0;
  if (table && found.plan && !found.plan.index && !everything && table.count > largeScan)
    warn(request, table, options.filter);
  return found;
}

/** Once a minute for each collection and set of fields: the log shall not drown in what it says. */
function warn(request: Request, table: Table, filter: Filter): void {
  const fields = [...new Set(pathsOf(filter))].sort();
  const key = `${table.namespace} ${fields.join()}`;
  const now = Date.now();
  if (now - (lastWarnings.get(key) ?? 0) < warnEveryMs) return;
  if (lastWarnings.size > 1000) lastWarnings.clear();
  lastWarnings.set(key, now);
  request.engine.log('warn', `No index serves this ${request.name}: it reads all of ${table.namespace}.`, {
    namespace: table.namespace,
    documents: table.count,
    fields,
  });
}

function pathsOf(filter: Filter): string[] {
  if (filter.kind === 'condition') return [filter.path];
  return filter.kind === 'not' ? pathsOf(filter.filter) : filter.filters.flatMap(pathsOf);
}

const findOptions = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'allowDiskUse',
  'noCursorTimeout',
  'allowPartialResults',
];

export function findCommand(request: Request): Reply {
  refuseOptions(request, findOptions);
  const { body } = request;
  const namespace = namespaceOf(request);
  const projection = parseProjection(body.projection);
  const limit = numberOf(body.limit) ?? 0;
  const found = findIn(request, request.engine.catalog.find(namespace), findOptionsOf(body));
  const next = (): Buffer | undefined => {
    const match = found.next();
    if (!match || !projection) return match?.bytes;
    return projection.whole ? pick(match.bytes, projection.whole) : encode(projection(match.doc));
  };
  const batchSize = countOption(body.batchSize, 'batchSize');
  return firstBatch(request, namespace, next, batchSize, body.singleBatch === true || limit < 0);
}

export function findOptionsOf(body: Doc): FindOptions {
  return {
    filter: parseFilter(docOption(body.filter, 'filter')),
    sort: parseSort(body.sort),
    skip: countOption(body.skip, 'skip') ?? 0,
    limit: countOption(body.limit, 'limit') ?? 0,
    hint: body.hint,
  };
}

export function countCommand(request: Request): Reply {
  refuseOptions(request, ['query', 'limit', 'skip', 'hint']);
  const table = request.engine.catalog.find(namespaceOf(request));
  const query = docOption(request.body.query, 'query');
  const limit = Math.abs(numberOf(request.body.limit) ?? 0);
  const skip = countOption(request.body.skip, 'skip') ?? 0;
  if (Object.keys(query).length === 0) {
    const rest = Math.max((table?.count ?? 0) - skip, 0);
    return { n: new Int32(limit > 0 ? Math.min(rest, limit) : rest), ok: 1 };
  }
  const found = findIn(request, table, {
    filter: parseFilter(query),
    skip,
    limit,
    hint: request.body.hint,
  });
  let n = 0;
  while (found.next()) n += 1;
  return { n: new Int32(n), ok: 1 };
}

export function distinctCommand(request: Request): Reply {
  refuseOptions(request, ['key', 'query', 'hint']);
  const { key } = request.body;
  if (typeof key !== 'string' || key === '') throw badValue('distinct needs a key');
  const filter = parseFilter(docOption(request.body.query, 'query'));
  const found = findIn(request, request.engine.catalog.find(namespaceOf(request)), {
    filter,
    hint: request.body.hint,
  });
  const values = new Map<string, unknown>();
  for (let match = found.next(); match; match = found.next()) {
    for (const value of leavesAt(match.doc, partsOf(key)).values) {
      if (value !== undefined) values.set(keyOf(value).toString('latin1'), value);
    }
  }
  return { values: [...values.values()], ok: 1 };
}

export function aggregateCommand(request: Request): Reply {
  refuseOptions(request, ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation']);
  const { pipeline, cursor } = request.body;
  if (!Array.isArray(pipeline))
    throw new CommandError(14, 'TypeMismatch', `'pipeline' option must be specified as an array`);
  if (!isDoc(cursor))
    throw failedToParse(`The 'cursor' option is required, except for aggregate with the explain argument`);
  if (typeof request.body.aggregate !== 'string') throw notSupported('aggregation on a database');
  const namespace = namespaceOf(request);
  const { options, rest } = pushDown(pipeline, request.body.hint);
  const stage = parsePipeline(rest);
  const found = findIn(request, request.engine.catalog.find(namespace), options);
  const results = stage(docsOf(found))[Symbol.iterator]();
  const next = (): Buffer | undefined => {
    const result = results.next();
    return result.done === true ? undefined : encode(result.value);
  };
  return firstBatch(request, namespace, next, countOption(cursor.batchSize, 'batchSize'));
}

function* docsOf(found: Found): Iterable<Doc> {
  for (let match = found.next(); match; match = found.next()) yield match.doc;
}

/** The stages at the beginning that a find with an index can do. */
export function pushDown(
  pipeline: readonly unknown[],
  hint: unknown,
): { options: FindOptions; rest: unknown[] } {
  const rest = [...pipeline];
  const takeStage = (name: string): unknown => {
    const [first] = rest;
    if (first === undefined || stageOf(first)[0] !== name) return undefined;
    rest.shift();
    return stageOf(first)[1];
  };
  const filter = parseFilter(docOption(takeStage('$match'), 'the match filter'));
  const sort = parseSort(takeStage('$sort'));
  const skip = takeStage('$skip');
  const limit = takeStage('$limit');
  const options = {
    filter,
    sort,
    skip: skip === undefined ? 0 : wholeNumber(skip, '$skip', 0),
    limit: limit === undefined ? 0 : wholeNumber(limit, '$limit', 1),
    hint,
  };
  return { options, rest };
}
