import { boundedKeyOf, inverted } from '../bson/key.ts';
import { compare, equal } from '../bson/compare.ts';
import { isDoc } from '../bson/value.ts';
import { after, under } from '../engine/bytes.ts';
import type { KeyRange } from '../engine/bytes.ts';
import type { Table } from '../engine/table.ts';
import { badValue } from '../errors.ts';
import type { Index, IndexField } from '../index/spec.ts';
import { constraintsOf, lowerOf, upperOf } from './bounds.ts';
import type { Bound, Constraint } from './bounds.ts';
import type { Filter } from './filter.ts';
import type { SortField } from './sort.ts';

/** How to read: which key ranges, in which direction, and whether they come out in the order that was asked for. */
export interface Plan {
  readonly index: Index | undefined;
  readonly ranges: readonly KeyRange[];
  readonly backward: boolean;
  readonly sorted: boolean;
  /** Each range is one key of a unique index: to be got, not searched. */
  readonly single: boolean;
}

type Constraints = Map<string, Constraint[]>;

const mostRanges = 200;

/** Chooses the index that fixes the most, then the one that also sorts. `hint` is a name, a key pattern or nothing. */
export function planFor(table: Table, filter: Filter, sort: readonly SortField[], hint?: unknown): Plan {
  const constraints = constraintsOf(filter);
  const hinted = hintedIndex(table, hint);
  if (hinted === 'collection') return collectionScan(table, sort);
  const candidates = (hinted ? [hinted] : table.indexes)
    .filter(
      (index) => hinted !== undefined || (mayServe(index, constraints, sort) && covers(index, constraints)),
    )
    .map((index) => candidateFor(table, index, constraints, sort));
  let best: Candidate | undefined;
  for (const candidate of candidates) if (!best || candidate.score > best.score) best = candidate;
  if (!best || (best.score === 0 && !hinted)) return collectionScan(table, sort);
  return best.plan;
}

interface Candidate {
  readonly plan: Plan;
  readonly score: number;
}

function collectionScan(table: Table, sort: readonly SortField[]): Plan {
  return {
    index: undefined,
    ranges: [table.documentRange],
    backward: false,
    sorted: sort.length === 0,
    single: false,
  };
}

function hintedIndex(table: Table, hint: unknown): Index | 'collection' | undefined {
  if (hint === undefined || hint === null || (isDoc(hint) && Object.keys(hint).length === 0))
    return undefined;
  if (isDoc(hint) && '$natural' in hint) return 'collection';
  const found = table.indexes.find((index) =>
    typeof hint === 'string' ? index.name === hint : equal(index.spec.key, hint),
  );
  if (!found)
    throw badValue(
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  return found;
}

/** Without a sort, an index about whose first field the filter says nothing is of no use. */
function mayServe(index: Index, constraints: Constraints, sort: readonly SortField[]): boolean {
  return sort.length > 0 || constraints.has(index.fields[0]?.path ?? '');
}

/** A sparse or partial index only answers a filter that implies it. */
function covers(index: Index, constraints: Constraints): boolean {
  const implied = (path: string): boolean => constraints.get(path)?.some(({ implies }) => implies) ?? false;
  if (index.sparse && !index.fields.some(({ path }) => implied(path))) return false;
  const check = (filter: Filter): boolean => {
    if (filter.kind === 'and') return filter.filters.every(check);
    if (filter.kind !== 'condition') return false;
    if (filter.operator === '$exists') return implied(filter.path);
    const all = constraints.get(filter.path) ?? [];
    return all.some(({ points }) => points?.every((point) => equal(point, filter.operand)));
  };
  return !index.partial || check(index.partial);
}

function candidateFor(
  table: Table,
  index: Index,
  constraints: Constraints,
  sort: readonly SortField[],
): Candidate {
  let prefixes: Buffer[] = [table.indexPrefix(index)];
  let depth = 0;
  let singles = 0;
  for (const field of index.fields) {
    const points = pointsFor(constraints.get(field.path));
    if (!points || prefixes.length * points.length > mostRanges) break;
    const encoded = distinctPoints(points).map((point) => directed(boundedKeyOf(point).key, field));
    prefixes = prefixes.flatMap((prefix) => encoded.map((key) => Buffer.concat([prefix, key])));
    if (prefixes.length === 1) singles = depth + 1;
    depth += 1;
  }
  const next = index.fields[depth];
  const range = next && !index.cut ? intervalFor(constraints.get(next.path), index.multikey) : undefined;
  const ranges = prefixes
    .map((prefix) => rangeUnder(prefix, next, range))
    .sort((a, b) => Buffer.compare(a.lower, b.lower));
  const direction =
    index.multikey || index.cut
      ? 0
      : sortDirection(index, constraints, sort, singles, prefixes.length === 1 ? 0 : depth - singles);
  const single = depth === index.fields.length && index.unique;
  const score =
    (single ? 100 : 0) + depth * 4 + (range ? 2 : 0) + (direction !== 0 && sort.length > 0 ? 3 : 0);
  const sorted = sort.length === 0 || direction !== 0;
  return {
    plan: {
      index,
      ranges: direction < 0 ? ranges.reverse() : ranges,
      backward: direction < 0,
      sorted,
      single,
    },
    score,
  };
}

function pointsFor(constraints: readonly Constraint[] | undefined): readonly unknown[] | undefined {
  let fewest: readonly unknown[] | undefined;
  for (const { points } of constraints ?? [])
    if (points && (!fewest || points.length < fewest.length)) fewest = points;
  return fewest;
}

function distinctPoints(points: readonly unknown[]): unknown[] {
  if (points.length === 1) return [...points];
  const sorted = [...points].sort(compare);
  return sorted.filter((point, i) => i === 0 || !equal(point, sorted[i - 1]));
}

interface Interval {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** The tightest bounds; with arrays in the index, two conditions may hold for two elements: only one of them counts. */
function intervalFor(
  constraints: readonly Constraint[] | undefined,
  multikey: boolean,
): Interval | undefined {
  const bounded = (constraints ?? []).filter(
    (each) => each.points === undefined && (each.lower ?? each.upper),
  );
  const first = bounded[0] ?? (constraints ?? []).find(({ points }) => points);
  if (!first) return undefined;
  let lower = lowerOf(first);
  let upper = upperOf(first);
  if (!multikey) {
    for (const each of bounded) {
      if (each.lower && (!lower || Buffer.compare(each.lower.key, lower.key) >= 0))
        lower = tighter(lower, each.lower);
      if (each.upper && (!upper || Buffer.compare(each.upper.key, upper.key) <= 0))
        upper = tighter(upper, each.upper);
    }
  }
  return (lower ?? upper) ? { ...(lower && { lower }), ...(upper && { upper }) } : undefined;
}

function tighter(old: Bound | undefined, other: Bound): Bound {
  return old?.key.equals(other.key) && !old.inclusive ? old : other;
}

function directed(key: Buffer, field: IndexField): Buffer {
  return field.direction === 1 ? key : inverted(key);
}

function rangeUnder(prefix: Buffer, field: IndexField | undefined, interval: Interval | undefined): KeyRange {
  const all = under(prefix);
  if (!field || !interval) return all;
  const [low, high] =
    field.direction === 1 ? [interval.lower, interval.upper] : [interval.upper, interval.lower];
  const cut = (bound: Bound, keepBelow: boolean): Buffer | undefined => {
    const key = Buffer.concat([prefix, directed(bound.key, field)]);
    return keepBelow ? after(key) : key;
  };
  const lower = low && cut(low, !low.inclusive);
  const upper = high && cut(high, high.inclusive);
  return { lower: lower ?? all.lower, upper: upper ?? all.upper };
}

/**
 * 1 or -1 when reading the index forwards or backwards yields the sort order, 0 when neither does.
 * Fields fixed to one value do not count; over several values (`many`) only a sort that begins with that field works.
 */
function sortDirection(
  index: Index,
  constraints: Constraints,
  sort: readonly SortField[],
  singles: number,
  many: number,
): 1 | -1 | 0 {
  if (sort.length === 0) return 1;
  const fixed = new Set(index.fields.slice(0, singles).map(({ path }) => path));
  const wanted = sort.filter(
    ({ path }) => !fixed.has(path) && pointsFor(constraints.get(path))?.length !== 1,
  );
  const rest = index.fields
    .slice(singles)
    .filter(({ path }) => many > 0 || pointsFor(constraints.get(path))?.length !== 1);
  let direction: 1 | -1 | 0 = 0;
  for (const [i, field] of wanted.entries()) {
    const offered = rest[i];
    if (offered?.path !== field.path) return 0;
    const needed = offered.direction === field.direction ? 1 : -1;
    if (direction !== 0 && direction !== needed) return 0;
    direction = needed;
  }
  return direction === 0 ? 1 : direction;
}
