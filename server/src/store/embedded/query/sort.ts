import { compare } from '../bson/compare.ts';
import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { badValue, notSupported } from '../errors.ts';
import { leavesAt, partsOf } from './path.ts';

export interface SortField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw badValue('sort must be an object');
  return Object.entries(sort).map(([path, value]) => {
    if (isDoc(value)) throw notSupported('sorting by an expression');
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '$natural') throw notSupported('the sort order $natural');
    if (path === '' || path.startsWith('$')) throw badValue(`FieldPath field names may not start with '$'`);
    return { path, parts: partsOf(path), direction };
  });
}

/** Sorts by MongoDB's rules, stable: of an array the smallest element counts upwards, the greatest downwards. */
export function sortBy<T>(items: readonly T[], sort: readonly SortField[], docOf: (item: T) => Doc): T[] {
  return items
    .map((item) => ({ item, keys: sortKeys(docOf(item), sort) }))
    .sort((a, b) => compareKeys(a.keys, b.keys, sort))
    .map(({ item }) => item);
}

export function sortKeys(doc: Doc, sort: readonly SortField[]): unknown[] {
  return sort.map(({ parts, direction }) => {
    const { values } = leavesAt(doc, parts);
    return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best));
  });
}

export function compareKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  sort: readonly SortField[],
): number {
  for (const [i, { direction }] of sort.entries()) {
    const order = compare(a[i], b[i]) * direction;
    if (order !== 0) return order;
  }
  return 0;
}
