import { EJSON, Timestamp } from 'bson';
import { compare, equal } from '../bson/compare.ts';
import { add, numberOf, plainOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import { badValue, notSupported, typeMismatch } from '../errors.ts';

/** From the value now at the path (undefined: none) and the operand to the value that shall be there. */
export type Operator = (current: unknown, operand: unknown, path: string) => unknown;

export const operators: Readonly<Record<string, Operator>> = {
  $set: (_, operand) => operand,
  $inc: increment,
  $min: (current, operand) => (current === undefined || compare(operand, current) < 0 ? operand : current),
  $max: (current, operand) => (current === undefined || compare(operand, current) > 0 ? operand : current),
  $currentDate: currentDate,
  $addToSet: addToSet,
  $pop: pop,
};

function increment(current: unknown, operand: unknown, path: string): unknown {
  if (plainOf(operand) === undefined) {
    throw typeMismatch(`Cannot increment with non-numeric argument: {${path}: ${show(operand)}}`);
  }
  if (current === undefined) return operand;
  if (plainOf(current) === undefined) {
    throw typeMismatch(
      `Cannot apply $inc to a value of non-numeric type. The field '${path}' has ${show(current)}`,
    );
  }
  const sum = add(current, operand);
  if (sum === undefined) throw notSupported('$inc beyond 64 bits or on Decimal128');
  return sum;
}

function currentDate(_: unknown, operand: unknown): unknown {
  const type = isDoc(operand) ? operand.$type : operand === true ? 'date' : undefined;
  if (type === 'date') return new Date();
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  throw badValue(`The '$type' string field is required to be 'date' or 'timestamp'`);
}

function addToSet(current: unknown, operand: unknown, path: string): unknown {
  const array = arrayAt(current, path, '$addToSet');
  const result = [...array];
  for (const value of eachOf(operand)) if (!result.some((other) => equal(other, value))) result.push(value);
  return result.length === array.length && current !== undefined ? current : result;
}

function pop(current: unknown, operand: unknown, path: string): unknown {
  const direction = numberOf(operand);
  if (direction !== 1 && direction !== -1) throw badValue(`$pop expects 1 or -1, found: ${show(operand)}`);
  if (current === undefined) return undefined;
  const array = arrayAt(current, path, '$pop');
  return direction === 1 ? array.slice(0, -1) : array.slice(1);
}

export function arrayAt(current: unknown, path: string, operator: string): unknown[] {
  if (current === undefined) return [];
  if (!Array.isArray(current)) {
    throw badValue(`The field '${path}' must be an array but is not, so ${operator} cannot be applied to it`);
  }
  return current as unknown[];
}

/** `{ $each: [..] }` as the list, anything else as a list of one. */
export function eachOf(operand: unknown): unknown[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const each = operand.$each;
  if (!Array.isArray(each)) throw typeMismatch('The argument to $each must be an array');
  return each;
}

export function show(value: unknown): string {
  return EJSON.stringify(value, { relaxed: true }).slice(0, 200);
}
