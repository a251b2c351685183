import { Int32, Long } from 'bson';
import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { matches, parseFilter } from '../query/filter.ts';
import { fieldOf, partsOf } from '../query/path.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort, sortBy } from '../query/sort.ts';
import { readAt, removeAt, writeAt } from '../update/place.ts';
import { parseExpression } from './expression.ts';
import { parseGroup } from './group.ts';

export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

export function parsePipeline(pipeline: readonly unknown[]): Stage {
  const stages = pipeline.map(parseStage);
  return (docs) => stages.reduce((input, stage) => stage(input), docs);
}

/** The name and the specification of a stage. */
export function stageOf(stage: unknown): [string, unknown] {
  const [entry, ...others] = isDoc(stage) ? Object.entries(stage) : [];
  if (!entry || others.length > 0) {
    throw new CommandError(
      40323,
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  return entry;
}

function parseStage(stage: unknown): Stage {
  const [name, specification] = stageOf(stage);
  const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!parse) throw notSupported(`the aggregation stage ${name}`);
  return parse(specification);
}

const stages: Readonly<Record<string, (specification: unknown) => Stage>> = {
  $match: match,
  $sort: sort,
  $skip: (count) => skip(wholeNumber(count, '$skip', 0)),
  $limit: (count) => limit(wholeNumber(count, '$limit', 1)),
  $project: project,
  $unwind: unwind,
  $group: parseGroup,
  $count: count,
  $facet: facet,
};

function match(specification: unknown): Stage {
  if (!isDoc(specification)) throw badValue('the match filter must be an expression in an object');
  const filter = parseFilter(specification);
  return function* matching(docs) {
    for (const doc of docs) if (matches(filter, doc)) yield doc;
  };
}

function sort(specification: unknown): Stage {
  const fields = parseSort(specification);
  return (docs) => sortBy([...docs], fields, (doc) => doc);
}

export function wholeNumber(value: unknown, what: string, least: number): number {
  const number = numberOf(value);
  if (number === undefined || !Number.isInteger(number) || number < least) {
    throw badValue(`${what} must be a whole number of at least ${least}`);
  }
  return number;
}

function skip(number: number): Stage {
  return function* skipping(docs) {
    let left = number;
    for (const doc of docs) if (left-- <= 0) yield doc;
  };
}

function limit(number: number): Stage {
  return function* limiting(docs) {
    let left = number;
    for (const doc of docs) {
      yield doc;
      left -= 1;
      if (left === 0) return;
    }
  };
}

function project(specification: unknown): Stage {
  const projection = parseProjection(specification, parseExpression);
  if (!projection)
    throw new CommandError(51272, 'Location51272', '$project specification must have at least one field');
  return function* projecting(docs) {
    for (const doc of docs) yield projection(doc);
  };
}

function unwind(specification: unknown): Stage {
  const options: Doc = isDoc(specification) ? specification : { path: specification };
  const { path, includeArrayIndex: indexField, preserveNullAndEmptyArrays: preserve } = options;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CommandError(
      28818,
      'Location28818',
      `path option to $unwind stage should be prefixed with a '$'`,
    );
  const parts = partsOf(path.slice(1));
  const withIndex = (doc: Doc, index: number | null): Doc => {
    if (typeof indexField === 'string')
      writeAt(doc, partsOf(indexField), index === null ? null : Long.fromNumber(index));
    return doc;
  };
  return function* unwinding(docs) {
    for (const doc of docs) {
      const value = readAt(doc, parts);
      if (Array.isArray(value) && value.length > 0) {
        for (const [i, element] of value.entries()) yield withIndex(replaced(doc, parts, element), i);
      } else if (Array.isArray(value) || value === undefined || value === null) {
        if (preserve === true)
          yield withIndex(Array.isArray(value) ? replaced(doc, parts, undefined) : { ...doc }, null);
      } else yield withIndex({ ...doc }, null);
    }
  };
}

/** The document with another value at the path; what it shares with the old one stays untouched. */
function replaced(doc: Doc, parts: readonly string[], value: unknown): Doc {
  const [part = '', ...rest] = parts;
  const copy = { ...doc };
  if (rest.length > 0) {
    const child = fieldOf(doc, part);
    if (isDoc(child)) copy[part] = replaced(child, rest, value);
  } else if (value === undefined) removeAt(copy, [part]);
  else writeAt(copy, [part], value);
  return copy;
}

function count(field: unknown): Stage {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
    throw new CommandError(
      40156,
      'Location40156',
      'the count field must be a non-empty string without $ and dots',
    );
  }
  return function* counting(docs) {
    let number = 0;
    const iterator = docs[Symbol.iterator]();
    while (iterator.next().done !== true) number += 1;
    if (number > 0) yield { [field]: new Int32(number) };
  };
}

function facet(specification: unknown): Stage {
  if (!isDoc(specification)) throw badValue('the $facet specification must be an object');
  const parsed = Object.entries(specification).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw badValue(`arguments to $facet must be arrays, ${name} is not`);
    if (pipeline.some((stage) => stageOf(stage)[0] === '$facet'))
      throw badValue('$facet is not allowed to be used within a $facet stage');
    return [name, parsePipeline(pipeline)] as const;
  });
  return function* faceting(docs) {
    const input = [...docs];
    yield Object.fromEntries(parsed.map(([name, pipeline]) => [name, [...pipeline(input)]]));
  };
}
