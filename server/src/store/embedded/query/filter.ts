import { compare, equal } from '../bson/compare.ts';
import { numberOf } from '../bson/number.ts';
import { bsonTypeNames, bsonTypeOf, isDoc, tagged, typeOrder, typeOrderOf } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { badValue, notSupported } from '../errors.ts';
import { anyAt, partsOf } from './path.ts';
import { isRegex, regexTest, withOptions } from './regex.ts';

/** One condition on one path. `operator` and `operand` stay readable for the planner; `test` sees the value at the path. */
export interface Condition {
  readonly kind: 'condition';
  readonly path: string;
  readonly parts: readonly string[];
  readonly operator: string;
  readonly operand: unknown;
  readonly test: (value: unknown) => boolean;
}

export type Filter =
  | Condition
  | { readonly kind: 'and' | 'or' | 'nor'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter };

/** Parses a query document. Throws what MongoDB would for a malformed one, and 238 for operators outside the list. */
export function parseFilter(query: Doc): Filter {
  const filters = Object.entries(query).map(([name, value]): Filter => {
    switch (name) {
      case '$and':
      case '$or':
      case '$nor':
        return {
          kind: name === '$and' ? 'and' : name === '$or' ? 'or' : 'nor',
          filters: parseList(name, value),
        };
      default:
        if (name.startsWith('$')) throw notSupported(`the query operator ${name}`);
        return parseField(name, value);
    }
  });
  return filters.length === 1 && filters[0] ? filters[0] : { kind: 'and', filters };
}

export function matches(filter: Filter, doc: Doc): boolean {
  switch (filter.kind) {
    case 'condition':
      return anyAt(doc, filter.parts, filter.test);
    case 'and':
      return filter.filters.every((each) => matches(each, doc));
    case 'or':
      return filter.filters.some((each) => matches(each, doc));
    case 'nor':
      return !filter.filters.some((each) => matches(each, doc));
    case 'not':
      return !matches(filter.filter, doc);
  }
}

/** The fields at the top of a document that the filter looks at. */
export function fieldsIn(filter: Filter): string[] {
  switch (filter.kind) {
    case 'condition':
      return [filter.parts[0] ?? ''];
    case 'not':
      return fieldsIn(filter.filter);
    default:
      return filter.filters.flatMap(fieldsIn);
  }
}

/** Whether a document is made of operators: `{ $gt: 1 }` and not `{ a: 1 }`. */
export function isOperators(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

function parseList(name: string, value: unknown): Filter[] {
  if (!Array.isArray(value)) throw badValue(`${name} must be an array`);
  if (value.length === 0) throw badValue(`${name} must be a nonempty array`);
  return value.map((each) => {
    if (!isDoc(each)) throw badValue(`${name} entries need to be full objects`);
    return parseFilter(each);
  });
}

function parseField(path: string, value: unknown): Filter {
  if (isRegex(value)) return condition(path, '$regex', value, regexTest(value));
  if (!isOperators(value)) return condition(path, '$eq', value, equalTest(value));
  const filters = Object.entries(value)
    .filter(([operator]) => operator !== '$options')
    .map(([operator, operand]) => parseOperator(path, operator, operand, value));
  return filters.length === 1 && filters[0] ? filters[0] : { kind: 'and', filters };
}

function parseOperator(path: string, operator: string, operand: unknown, all: Doc): Filter {
  switch (operator) {
    case '$eq':
      return condition(path, '$eq', operand, equalTest(operand));
    case '$ne':
      return { kind: 'not', filter: condition(path, '$eq', operand, equalTest(operand)) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return condition(path, operator, operand, orderTest(operator, operand));
    case '$in':
      return condition(path, '$in', operand, inTest('$in', operand));
    case '$nin':
      return { kind: 'not', filter: condition(path, '$in', operand, inTest('$nin', operand)) };
    case '$exists':
      return existsFilter(path, operand);
    case '$type':
      return condition(path, '$type', operand, typeTest(operand));
    case '$not':
      return notFilter(path, operand);
    case '$elemMatch':
      return condition(path, '$elemMatch', operand, elemMatchTest(operand));
    case '$all':
      return allFilter(path, operand);
    case '$size':
      return condition(path, '$size', operand, sizeTest(operand));
    case '$regex':
      return condition(path, '$regex', withOptions(operand, all.$options), regexTest(operand, all.$options));
    default:
      throw notSupported(`the query operator ${operator}`);
  }
}

function condition(path: string, operator: string, operand: unknown, test: Condition['test']): Condition {
  return { kind: 'condition', path, parts: partsOf(path), operator, operand, test };
}

/** A leaf array matches as a whole and by any of its elements. */
function expanding(test: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}

function equalTest(operand: unknown): Condition['test'] {
  return expanding((value) => equal(value, operand));
}

function isNaNValue(value: unknown): boolean {
  return typeOrderOf(value) === typeOrder.number && Number.isNaN(numberOf(value));
}

function orderTest(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): Condition['test'] {
  if (isRegex(operand)) throw badValue(`Can't have RegEx as arg to predicate over field`);
  const type = typeOrderOf(operand);
  const anyType = type === typeOrder.minKey || type === typeOrder.maxKey;
  const operandNaN = isNaNValue(operand);
  const orEqual = operator === '$gte' || operator === '$lte';
  const up = operator === '$gt' || operator === '$gte';
  return expanding((value) => {
    if (!anyType && typeOrderOf(value) !== type) return false;
    if (type === typeOrder.number && (operandNaN || isNaNValue(value))) {
      return orEqual && operandNaN && isNaNValue(value);
    }
    const order = compare(value, operand);
    return order === 0 ? orEqual : up ? order > 0 : order < 0;
  });
}

function inTest(operator: string, operand: unknown): Condition['test'] {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  const tests = operand.map((each: unknown) => {
    if (isOperators(each)) throw badValue(`cannot nest $ under ${operator}`);
    return isRegex(each) ? regexTest(each) : equalTest(each);
  });
  return (value) => tests.some((test) => test(value));
}

function existsFilter(path: string, operand: unknown): Filter {
  const wanted = typeof operand === 'boolean' ? operand : numberOf(operand) !== 0 && operand !== null;
  const exists = condition(path, '$exists', true, (value) => value !== undefined);
  return wanted ? exists : { kind: 'not', filter: exists };
}

function typeTest(operand: unknown): Condition['test'] {
  const wanted = new Set<number>();
  for (const each of Array.isArray(operand) ? operand : [operand]) {
    const code = typeof each === 'string' ? bsonTypeNames[each] : numberOf(each);
    if (each === 'number') [1, 16, 18, 19].forEach((number) => wanted.add(number));
    else if (code === undefined) throw badValue(`Unknown type name alias: ${String(each)}`);
    else wanted.add(code);
  }
  return expanding((value) => value !== undefined && wanted.has(bsonTypeOf(value)));
}

function notFilter(path: string, operand: unknown): Filter {
  if (isRegex(operand))
    return { kind: 'not', filter: condition(path, '$regex', operand, regexTest(operand)) };
  if (!isOperators(operand)) throw badValue('$not needs a regex or a document');
  return { kind: 'not', filter: parseField(path, operand) };
}

function elemMatchTest(operand: unknown): Condition['test'] {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValues = first?.startsWith('$') === true && !['$and', '$or', '$nor'].includes(first);
  if (onValues) {
    const filter = parseField('value', operand);
    return (value) =>
      Array.isArray(value) && value.some((element) => matches(filter, { value: element as unknown }));
  }
  const filter = parseFilter(operand);
  return (value) =>
    Array.isArray(value) && value.some((element) => isDoc(element) && matches(filter, element));
}

function allFilter(path: string, operand: unknown): Filter {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return condition(path, '$all', operand, () => false);
  const filters = operand.map((each: unknown): Filter => {
    if (isOperators(each)) {
      if (Object.keys(each)[0] !== '$elemMatch') throw badValue('no $ expressions in $all');
      return condition(path, '$elemMatch', each.$elemMatch, elemMatchTest(each.$elemMatch));
    }
    return isRegex(each)
      ? condition(path, '$regex', each, regexTest(each))
      : condition(path, '$eq', each, equalTest(each));
  });
  return { kind: 'and', filters };
}

function sizeTest(operand: unknown): Condition['test'] {
  const size = numberOf(operand);
  if (size === undefined || !Number.isInteger(size)) throw badValue('$size must be a whole number');
  if (size < 0) throw badValue('$size may not be negative');
  return (value) => Array.isArray(value) && value.length === size;
}

/** Whether the value is MinKey or MaxKey, which compare with every type. */
export function isExtreme(value: unknown): boolean {
  const type = tagged(value)?._bsontype;
  return type === 'MinKey' || type === 'MaxKey';
}
