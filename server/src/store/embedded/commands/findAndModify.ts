import { Int32 } from 'bson';
import { decode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { failedToParse } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { parseUpdate } from '../update/update.ts';
import { modify, upsert } from './modify.ts';
import { findIn } from './read.ts';
import { docOption, namespaceOf, refuseOptions } from './request.ts';
import type { Request } from './request.ts';

const options = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'arrayFilters',
  'hint',
  'bypassDocumentValidation',
];

/** Changes or removes one document and answers with it, before or after. Inside a commit only. */
export function findAndModifyCommand(request: Request): Doc {
  refuseOptions(request, options);
  const { body, engine } = request;
  const namespace = namespaceOf(request);
  const remove = body.remove === true;
  const returnNew = body.new === true;
  checkOptions(body, remove, returnNew);
  const filter = parseFilter(docOption(body.query, 'query'));
  const project: (doc: Doc) => Doc = parseProjection(body.fields) ?? ((doc: Doc) => doc);
  const update = remove ? undefined : parseUpdate(body.update, body.arrayFilters);
  const table = engine.catalog.find(namespace);
  const match = findIn(request, table, {
    filter,
    sort: parseSort(body.sort),
    limit: 1,
    hint: body.hint,
  }).next();
  if (table && match) {
    if (!update) {
      table.remove(match);
      return { lastErrorObject: { n: new Int32(1) }, value: project(match.doc), ok: 1 };
    }
    const { bytes } = modify(table, match, filter, update);
    const value = project(decode(returnNew ? bytes : match.bytes));
    return { lastErrorObject: { n: new Int32(1), updatedExisting: true }, value, ok: 1 };
  }
  if (update && body.upsert === true) {
    const { id, bytes } = upsert(engine.catalog.ensure(namespace), filter, update);
    const value = returnNew ? project(decode(bytes)) : null;
    return { lastErrorObject: { n: new Int32(1), updatedExisting: false, upserted: id }, value, ok: 1 };
  }
  const nothing = remove ? { n: new Int32(0) } : { n: new Int32(0), updatedExisting: false };
  return { lastErrorObject: nothing, value: null, ok: 1 };
}

function checkOptions(body: Doc, remove: boolean, returnNew: boolean): void {
  if (remove && body.update !== undefined)
    throw failedToParse('Cannot specify both an update and remove=true');
  if (!remove && body.update === undefined)
    throw failedToParse('Either an update or remove=true must be specified');
  if (remove && body.upsert === true) throw failedToParse('Cannot specify both upsert=true and remove=true');
  if (remove && returnNew)
    throw failedToParse(
      `Cannot specify both new=true and remove=true; 'remove' always returns the deleted document`,
    );
}
