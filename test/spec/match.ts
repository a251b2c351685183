import { EJSON } from 'bson';

type Fields = Record<string, unknown>;

/**
 * Says where an actual value differs from an expected one of a unified test file, or undefined when it does not.
 * https://github.com/mongodb/specifications/blob/master/source/unified-test-format/unified-test-format.md#evaluating-matches
 */
export function mismatch(expected: unknown, actual: unknown, path = '', root = true): string | undefined {
  if (actual instanceof Map) return mismatch(expected, Object.fromEntries(actual), path, root); // how the driver keeps a sort
  if (isFields(expected)) {
    const [operator] = Object.keys(expected);
    if (operator?.startsWith('$$')) return special(operator, expected[operator], actual, path, root);
    return fields(expected, actual, path, root);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return `${path}: expected a list, got ${show(actual)}`;
    if (actual.length !== expected.length)
      return `${path}: expected ${expected.length} items, got ${show(actual)}`;
    for (const [i, each] of expected.entries()) {
      const difference = mismatch(each, actual[i], `${path}[${i}]`, root && isFields(each) && path === '');
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return show(expected) === show(actual)
    ? undefined
    : `${path}: expected ${show(expected)}, got ${show(actual)}`;
}

export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !('_bsontype' in value)
  );
}

function fields(expected: Fields, actual: unknown, path: string, root: boolean): string | undefined {
  if (!isFields(actual)) return `${path}: expected ${show(expected)}, got ${show(actual)}`;
  for (const [name, value] of Object.entries(expected)) {
    const operator = isFields(value) ? Object.keys(value)[0] : undefined;
    const mayMiss = operator === '$$exists' || operator === '$$unsetOrMatches';
    if (!(name in actual) && !mayMiss) return `${path}.${name}: is missing`;
    const difference = mismatch(value, actual[name], `${path}.${name}`, false);
    if (difference !== undefined) return difference;
  }
  const extra = root ? undefined : Object.keys(actual).find((name) => !(name in expected));
  return extra === undefined ? undefined : `${path}.${extra}: is too much`;
}

function special(
  operator: string,
  operand: unknown,
  actual: unknown,
  path: string,
  root: boolean,
): string | undefined {
  switch (operator) {
    case '$$exists':
      return (actual !== undefined) === operand
        ? undefined
        : `${path}: ${operand === true ? 'is missing' : 'is there'}`;
    case '$$unsetOrMatches':
      return actual === undefined || actual === null ? undefined : mismatch(operand, actual, path, root);
    case '$$type':
      return isOfType(operand, actual)
        ? undefined
        : `${path}: ${show(actual)} is not of type ${show(operand)}`;
    default:
      return `${path}: the runner does not know ${operator}`;
  }
}

function isOfType(type: unknown, actual: unknown): boolean {
  if (Array.isArray(type)) return type.some((each) => isOfType(each, actual));
  const tag = isTagged(actual) ? actual._bsontype : undefined;
  switch (type) {
    case 'string':
      return typeof actual === 'string';
    case 'int':
    case 'long':
    case 'number':
    case 'double':
      return typeof actual === 'number' || tag === 'Long' || tag === 'Int32' || tag === 'Double';
    case 'object':
      return isFields(actual);
    case 'objectId':
      return tag === 'ObjectId';
    default:
      return false;
  }
}

function isTagged(value: unknown): value is { _bsontype: string } {
  return typeof value === 'object' && value !== null && '_bsontype' in value;
}

export function show(value: unknown): string {
  return value === undefined ? 'nothing' : EJSON.stringify(value, { relaxed: true });
}
