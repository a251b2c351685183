import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, badValue, failedToParse } from '../errors.ts';
import { matches, parseFilter } from '../query/filter.ts';
import type { Filter } from '../query/filter.ts';
import { anyAt, partsOf } from '../query/path.ts';
import { readAt } from './place.ts';

export type ArrayFilters = ReadonlyMap<string, Filter>;

/** Reads `arrayFilters`: each names one element variable by the first part of its paths. */
export function parseArrayFilters(given: unknown): ArrayFilters {
  const result = new Map<string, Filter>();
  if (given === undefined) return result;
  if (!Array.isArray(given)) throw typeErrorOf();
  for (const each of given) {
    if (!isDoc(each)) throw typeErrorOf();
    const filter = parseFilter(each);
    const names = new Set(rootsOf(filter));
    const [name] = names;
    if (name === undefined || names.size > 1)
      throw failedToParse('Error parsing array filter: expected a single top-level field name');
    if (result.has(name))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    result.set(name, filter);
  }
  return result;
}

function typeErrorOf(): CommandError {
  return new CommandError(14, 'TypeMismatch', 'arrayFilters must be an array of objects');
}

function rootsOf(filter: Filter): string[] {
  switch (filter.kind) {
    case 'condition':
      return [filter.parts[0] ?? ''];
    case 'not':
      return rootsOf(filter.filter);
    default:
      return filter.filters.flatMap(rootsOf);
  }
}

/** Replaces `$`, `$[]` and `$[name]` by the positions they stand for in this document. */
export function expandPath(doc: Doc, path: string, filter: Filter, arrayFilters: ArrayFilters): string[][] {
  const parts = partsOf(path);
  if (parts.some((part) => part === ''))
    throw new CommandError(
      56,
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  if (parts[0]?.startsWith('$'))
    throw new CommandError(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not allowed in the context of an update's replacement document.`,
    );
  let paths: string[][] = [[]];
  for (const part of parts) {
    if (!part.startsWith('$') || (part !== '$' && !part.startsWith('$['))) {
      paths = paths.map((each) => [...each, part]);
      continue;
    }
    paths = paths.flatMap((each) =>
      positionsOf(doc, each, part, filter, arrayFilters).map((i) => [...each, String(i)]),
    );
  }
  return paths;
}

function positionsOf(
  doc: Doc,
  at: readonly string[],
  part: string,
  filter: Filter,
  arrayFilters: ArrayFilters,
): number[] {
  if (part === '$') {
    const position = matchedPosition(filter, doc, at);
    if (position === undefined)
      throw badValue('The positional operator did not find the match needed from the query.');
    return [position];
  }
  const array = readAt(doc, at);
  if (!Array.isArray(array))
    throw badValue(`The path '${at.join('.')}' must exist in the document in order to apply array updates.`);
  const name = part.slice(2, -1);
  if (name === '') return array.map((_, i) => i);
  const elementFilter = arrayFilters.get(name);
  if (!elementFilter)
    throw badValue(`No array filter found for identifier '${name}' in path '${at.join('.')}.${part}'`);
  return array.flatMap((element: unknown, i) => (matches(elementFilter, { [name]: element }) ? [i] : []));
}

/** The position of the first element by which the query matched the array. */
function matchedPosition(filter: Filter, doc: Doc, at: readonly string[]): number | undefined {
  if (filter.kind === 'and' || filter.kind === 'or') {
    for (const each of filter.filters) {
      if (filter.kind === 'or' && !matches(each, doc)) continue;
      const position = matchedPosition(each, doc, at);
      if (position !== undefined) return position;
    }
    return undefined;
  }
  if (filter.kind !== 'condition' || !at.every((part, i) => part === filter.parts[i])) return undefined;
  const array = readAt(doc, at);
  if (!Array.isArray(array)) return undefined;
  const rest = filter.parts.slice(at.length);
  const position = array.findIndex((element: unknown) =>
    filter.operator === '$elemMatch' && rest.length === 0
      ? filter.test([element])
      : anyAt(element, rest, filter.test),
  );
  return position < 0 ? undefined : position;
}
