import type { Decimal128 } from 'bson';
import { Double, Int32, Long } from 'bson';
import { tagged } from './value.ts';

/** A number as JavaScript can compare it: `<` between number and bigint is exact by the language's definition. */
export type Plain = number | bigint | Exact;

/** coefficient × 10^exponent, for what neither a double nor an int64 can hold. */
export class Exact {
  readonly coefficient: bigint;
  readonly exponent: number;
  constructor(coefficient: bigint, exponent: number) {
    this.coefficient = coefficient;
    this.exponent = exponent;
  }
}

export function plainOf(value: unknown): Plain | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const tag = tagged(value);
  switch (tag?._bsontype) {
    case 'Int32':
    case 'Double':
      return tag.value;
    case 'Long':
      return tag.toBigInt();
    case 'Decimal128':
      return decimalOf(tag);
    default:
      return undefined;
  }
}

/** As a JavaScript number, for options such as `limit`; undefined when it is not a number. */
export function numberOf(value: unknown): number | undefined {
  const plain = plainOf(value);
  if (plain === undefined) return undefined;
  return plain instanceof Exact ? Number(`${plain.coefficient}e${plain.exponent}`) : Number(plain);
}

export function comparePlain(a: Plain, b: Plain): number {
  if (!(a instanceof Exact) && !(b instanceof Exact)) {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a == b) return 0;
    return compareNaN(a, b);
  }
  const nanA = typeof a === 'number' && !Number.isFinite(a);
  const nanB = typeof b === 'number' && !Number.isFinite(b);
  if (nanA) return a === Infinity ? 1 : -1;
  if (nanB) return b === Infinity ? -1 : 1;
  const left = exactOf(a);
  const right = exactOf(b);
  const exponent = Math.min(left.exponent, right.exponent);
  const x = left.coefficient * 10n ** BigInt(left.exponent - exponent);
  const y = right.coefficient * 10n ** BigInt(right.exponent - exponent);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** NaN sorts below every other number and equals itself. */
function compareNaN(a: number | bigint, b: number | bigint): number {
  const left = Number.isNaN(a);
  const right = Number.isNaN(b);
  return left === right ? 0 : left ? -1 : 1;
}

/** Every finite double is a finite decimal: m × 2^-k = m × 5^k × 10^-k. */
export function exactOf(value: Plain): Exact {
  if (value instanceof Exact) return value;
  if (typeof value === 'bigint') return new Exact(value, 0);
  let mantissa = value;
  let shift = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift += 1;
  }
  return new Exact(BigInt(mantissa) * 5n ** BigInt(shift), -shift);
}

function decimalOf(value: Decimal128): Plain {
  const text = value.toString();
  if (text === 'NaN') return NaN;
  if (text.endsWith('Infinity')) return text.startsWith('-') ? -Infinity : Infinity;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(text);
  if (!match) return NaN;
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '') + fraction);
  const exponent = Number(match[4] ?? '0') - fraction.length;
  return new Exact(match[1] === '-' ? -digits : digits, exponent);
}

const maxInt32 = 2 ** 31;

/** Adds as `$inc` and `$sum` do: int stays int, grows to long, mixes with double to double; undefined when decimals are involved. */
export function add(a: unknown, b: unknown): unknown {
  const left = plainOf(a);
  const right = plainOf(b);
  if (left === undefined || right === undefined || left instanceof Exact || right instanceof Exact)
    return undefined;
  if (isDouble(a) || isDouble(b)) return new Double(Number(left) + Number(right));
  const sum = BigInt(left) + BigInt(right);
  if (!isLong(a) && !isLong(b) && sum >= -BigInt(maxInt32) && sum < BigInt(maxInt32))
    return new Int32(Number(sum));
  if (sum < -(2n ** 63n) || sum >= 2n ** 63n) return undefined;
  return Long.fromBigInt(sum);
}

function isDouble(value: unknown): boolean {
  return typeof value === 'number' || tagged(value)?._bsontype === 'Double';
}

function isLong(value: unknown): boolean {
  return typeof value === 'bigint' || tagged(value)?._bsontype === 'Long';
}
