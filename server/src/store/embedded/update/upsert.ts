import { ObjectId } from 'bson';
import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { equal } from '../bson/compare.ts';
import type { Filter } from '../query/filter.ts';
import { fieldOf } from '../query/path.ts';
import { readAt, writeAt } from './place.ts';
import type { Update } from './update.ts';

/** The document an upsert inserts: what the query fixes, then the update, then an `_id` when there is none yet. */
export function upsertDoc(filter: Filter, update: Update): Doc {
  const base: Doc = {};
  if (!update.replacement) seed(base, filter);
  else {
    const id: Doc = {};
    seed(id, filter);
    if (id._id !== undefined) base._id = id._id;
  }
  const doc = update.apply(base, filter, true);
  const id = fieldOf(doc, '_id');
  return id === undefined ? { _id: new ObjectId(), ...doc } : doc;
}

function seed(doc: Doc, filter: Filter): void {
  if (filter.kind === 'and') for (const each of filter.filters) seed(doc, each);
  if (filter.kind === 'or' && filter.filters.length === 1 && filter.filters[0]) seed(doc, filter.filters[0]);
  if (filter.kind !== 'condition') return;
  const value = filter.operator === '$eq' ? filter.operand : onlyOf(filter.operator, filter.operand);
  if (value === undefined) return;
  const present = readAt(doc, filter.parts);
  if (present !== undefined && !equal(present, value)) {
    throw new CommandError(
      54,
      'NotSingleValueField',
      `cannot infer query fields to set, path '${filter.path}' is matched twice`,
    );
  }
  writeAt(doc, filter.parts, value);
}

function onlyOf(operator: string, operand: unknown): unknown {
  return operator === '$in' && Array.isArray(operand) && operand.length === 1 ? operand[0] : undefined;
}
