import { boundedKeyOf } from '../bson/key.ts';
import { compare } from '../bson/compare.ts';
import { typeOrder, typeOrderOf } from '../bson/value.ts';
import type { Condition, Filter } from './filter.ts';
import { isExtreme } from './filter.ts';
import { isRegex, literalPrefix } from './regex.ts';

/** One end of an interval, as the bytes of a key. */
export interface Bound {
  readonly key: Buffer;
  readonly inclusive: boolean;
}

/** What a filter says about one path: some of these points, or between these bounds. Always too wide rather than too narrow. */
export interface Constraint {
  readonly points?: readonly unknown[];
  readonly lower?: Bound;
  readonly upper?: Bound;
  /** Whether it holds only for documents in which the path has a value other than null. */
  readonly implies: boolean;
}

/** The constraints of everything that must hold, by path. */
export function constraintsOf(filter: Filter): Map<string, Constraint[]> {
  const result = new Map<string, Constraint[]>();
  const add = (path: string, constraint: Constraint): void => {
    result.set(path, [...(result.get(path) ?? []), constraint]);
  };
  const visit = (each: Filter): void => {
    if (each.kind === 'and') each.filters.forEach(visit);
    else if (each.kind === 'or') for (const [path, hull] of hullOf(each.filters)) add(path, hull);
    else if (each.kind === 'condition') {
      const constraint = constraintOf(each);
      if (constraint) add(each.path, constraint);
    }
  };
  visit(filter);
  return result;
}

/** For "or": a path that every branch bounds is bounded by the widest of them. Keyset paging looks like this. */
function hullOf(branches: readonly Filter[]): Map<string, Constraint> {
  const each = branches.map(constraintsOf);
  const result = new Map<string, Constraint>();
  for (const path of each[0]?.keys() ?? []) {
    const parts = each.map((constraints) => constraints.get(path)?.[0]);
    if (!parts.every((part) => part !== undefined)) continue;
    const implies = parts.every((part) => part.implies);
    if (parts.every((part) => part.points)) {
      result.set(path, { points: parts.flatMap((part) => part.points ?? []), implies });
      continue;
    }
    const lower = widest(parts.map(lowerOf), -1);
    const upper = widest(parts.map(upperOf), 1);
    if (lower ?? upper) result.set(path, { ...(lower && { lower }), ...(upper && { upper }), implies });
  }
  return result;
}

function widest(bounds: readonly (Bound | undefined)[], direction: 1 | -1): Bound | undefined {
  let result: Bound | undefined;
  for (const bound of bounds) {
    if (!bound) return undefined;
    const order = result ? Buffer.compare(bound.key, result.key) * direction : 1;
    if (order > 0 || (order === 0 && bound.inclusive)) result = bound;
  }
  return result;
}

export function lowerOf(constraint: Constraint): Bound | undefined {
  return constraint.lower ?? extremeOf(constraint.points, -1);
}

export function upperOf(constraint: Constraint): Bound | undefined {
  return constraint.upper ?? extremeOf(constraint.points, 1);
}

function extremeOf(points: readonly unknown[] | undefined, direction: 1 | -1): Bound | undefined {
  if (!points || points.length === 0) return undefined;
  const extreme = points.reduce((best, point) => (compare(point, best) * direction > 0 ? point : best));
  const { key, cut } = boundedKeyOf(extreme);
  return cut ? undefined : { key, inclusive: true };
}

function constraintOf(condition: Condition): Constraint | undefined {
  const { operator, operand } = condition;
  switch (operator) {
    case '$eq':
      return isPoint(operand) ? { points: [operand], implies: !isNull(operand) } : undefined;
    case '$in': {
      const points = operand as unknown[];
      return points.every(isPoint) ? { points, implies: !points.some(isNull) } : undefined;
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeOf(operator, operand);
    case '$regex':
      return prefixOf(operand);
    case '$exists':
      return { implies: true };
    default:
      return undefined;
  }
}

function isNull(value: unknown): boolean {
  return typeOrderOf(value) === typeOrder.null;
}

/** An array as operand also means the array as a whole, which an index does not hold. */
function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !isRegex(value);
}

function rangeOf(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): Constraint | undefined {
  if (!isPoint(operand) || isExtreme(operand) || isNull(operand)) return undefined;
  const { key, cut } = boundedKeyOf(operand);
  if (cut) return undefined;
  const type = typeOrderOf(operand);
  const bound = { key, inclusive: operator === '$gte' || operator === '$lte' };
  return operator === '$gt' || operator === '$gte'
    ? { lower: bound, upper: { key: Buffer.of(type + 1), inclusive: false }, implies: true }
    : { lower: { key: Buffer.of(type), inclusive: true }, upper: bound, implies: true };
}

/** `^abc` lies between "abc" and the last text that begins with it. */
function prefixOf(operand: unknown): Constraint | undefined {
  const prefix = literalPrefix(operand);
  if (prefix === undefined) return undefined;
  const { key, cut } = boundedKeyOf(prefix);
  if (cut) return undefined;
  const start = key.subarray(0, key.length - 2); // without the end of the text
  return { lower: { key: start, inclusive: true }, upper: { key: start, inclusive: true }, implies: true };
}
