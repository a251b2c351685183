import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, failedToParse, notSupported } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { identical } from '../bson/compare.ts';
import { fieldOf } from '../query/path.ts';
import { pull, push } from './arrays.ts';
import { operators } from './operators.ts';
import type { Operator } from './operators.ts';
import { expandPath, parseArrayFilters } from './position.ts';
import type { ArrayFilters } from './position.ts';
import { readAt, removeAt, writeAt } from './place.ts';

const all: Readonly<Record<string, Operator>> = { ...operators, $push: push, $pull: pull };

/** A parsed update: gives the document as it shall be. It may change the one it is given. */
export interface Update {
  readonly replacement: boolean;
  apply(doc: Doc, filter: Filter, inserting: boolean): Doc;
}

export function parseUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) throw notSupported('updates given as a pipeline');
  if (!isDoc(update)) throw failedToParse('Update argument must be either an object or an array');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) {
    const operator = names.find((name) => name.startsWith('$'));
    if (operator !== undefined && names.some((name) => !name.startsWith('$')) && operator in all) {
      throw failedToParse(`Unknown modifier: ${names[0] ?? ''}. Expected a valid update modifier`);
    }
    return { replacement: true, apply: (doc) => withId(update, fieldOf(doc, '_id')) };
  }
  const steps = names.flatMap((name) => stepsOf(name, update[name]));
  refuseConflicts(steps);
  const filters = parseArrayFilters(arrayFilters);
  refuseUnused(filters, steps);
  return {
    replacement: false,
    apply: (doc, filter, inserting) => applySteps(steps, doc, filter, filters, inserting),
  };
}

interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

function stepsOf(operator: string, fields: unknown): Step[] {
  const known = operator in all || ['$unset', '$setOnInsert', '$rename'].includes(operator);
  if (!operator.startsWith('$'))
    throw failedToParse(`Unknown modifier: ${operator}. Expected a valid update modifier`);
  if (!known) throw notSupported(`the update operator ${operator}`);
  if (!isDoc(fields))
    throw failedToParse(`Modifiers operate on fields but we found another type in ${operator}`);
  return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
}

/** Two steps may not touch the same place, nor one a part of the other's. */
function refuseConflicts(steps: readonly Step[]): void {
  const paths = steps.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  );
  const sorted = [...paths].sort();
  for (const [i, path] of sorted.entries()) {
    for (const other of sorted.slice(i + 1)) {
      if (other !== path && !other.startsWith(`${path}.`)) continue;
      throw new CommandError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${other}' would create a conflict at '${path}'`,
      );
    }
  }
}

function refuseUnused(filters: ArrayFilters, steps: readonly Step[]): void {
  for (const name of filters.keys()) {
    if (steps.some(({ path }) => path.includes(`$[${name}]`))) continue;
    throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
  }
}

function applySteps(
  steps: readonly Step[],
  doc: Doc,
  filter: Filter,
  filters: ArrayFilters,
  inserting: boolean,
): Doc {
  const id = fieldOf(doc, '_id');
  for (const step of steps) {
    if (step.operator === '$setOnInsert' && !inserting) continue;
    if (step.operator === '$rename') rename(doc, step);
    else for (const parts of expandPath(doc, step.path, filter, filters)) applyStep(doc, parts, step);
  }
  if (id !== undefined && !identical(id, fieldOf(doc, '_id'))) throw immutableId();
  return doc;
}

function applyStep(doc: Doc, parts: readonly string[], step: Step): void {
  if (step.operator === '$unset') {
    removeAt(doc, parts);
    return;
  }
  const operator = step.operator === '$setOnInsert' ? all.$set : all[step.operator];
  if (!operator) return;
  const current = readAt(doc, parts);
  const value = operator(current, step.operand, step.path);
  if (value === undefined && current === undefined && step.operand !== undefined) return; // nothing there to take from
  writeAt(doc, parts, value);
}

function rename(doc: Doc, { path, operand }: Step): void {
  if (typeof operand !== 'string')
    throw failedToParse(`The 'to' field for $rename must be a string: ${path}`);
  const from = path.split('.');
  const value = readAt(doc, from);
  if (value === undefined) return;
  removeAt(doc, from);
  writeAt(doc, operand.split('.'), value);
}

/** The replacement under the identity of what it replaces. */
function withId(replacement: Doc, id: unknown): Doc {
  const own = fieldOf(replacement, '_id');
  if (id === undefined) return replacement;
  if (own !== undefined && !identical(own, id)) throw immutableId();
  return { _id: id, ...replacement };
}

function immutableId(): CommandError {
  return new CommandError(
    66,
    'ImmutableField',
    `Performing an update on the path '_id' would modify the immutable field '_id'`,
  );
}
