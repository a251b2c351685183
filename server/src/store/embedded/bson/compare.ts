import { comparePlain, plainOf } from './number.ts';
import { isDoc, tagged, textOf, typeOrder, typeOrderOf } from './value.ts';
import type { Doc } from './value.ts';

/** MongoDB's order of any two values: by type first, then within the type. Missing counts as null. */
export function compare(a: unknown, b: unknown): number {
  const type = typeOrderOf(a);
  const difference = type - typeOrderOf(b);
  if (difference !== 0) return difference;
  switch (type) {
    case typeOrder.number:
      return comparePlain(plainOf(a) ?? NaN, plainOf(b) ?? NaN);
    case typeOrder.string:
      return compareText(textOf(a), textOf(b));
    case typeOrder.object:
      return compareDocs(a as Doc, b as Doc);
    case typeOrder.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case typeOrder.boolean:
      return Number(a) - Number(b);
    case typeOrder.date:
      return sign((a as Date).getTime() - (b as Date).getTime());
    default:
      return compareTagged(a, b);
  }
}

export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

/** By code point, as the bytes of UTF-8 sort; UTF-16 units would put emoji below 豈. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return fixSurrogate(x) - fixSurrogate(y);
  }
  return a.length - b.length;
}

function fixSurrogate(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Field by field in stored order: type, then name, then value; the shorter document is the smaller. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i];
    if (!other) return 1;
    const order =
      typeOrderOf(value) - typeOrderOf(other[1]) || compareText(name, other[0]) || compare(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareTagged(a: unknown, b: unknown): number {
  const x = tagged(a);
  const y = tagged(b);
  if (x?._bsontype === 'ObjectId' && y?._bsontype === 'ObjectId') return Buffer.compare(x.id, y.id);
  if (x?._bsontype === 'Binary' && y?._bsontype === 'Binary') {
    return (
      x.position - y.position ||
      x.sub_type - y.sub_type ||
      Buffer.compare(x.buffer.subarray(0, x.position), y.buffer.subarray(0, y.position))
    );
  }
  if (x?._bsontype === 'Timestamp' && y?._bsontype === 'Timestamp') {
    const left = BigInt.asUintN(64, x.toBigInt());
    const right = BigInt.asUintN(64, y.toBigInt());
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (x?._bsontype === 'BSONRegExp' && y?._bsontype === 'BSONRegExp') {
    return compareText(x.pattern, y.pattern) || compareText(x.options, y.options);
  }
  if (x?._bsontype === 'Code' && y?._bsontype === 'Code') {
    return compareText(x.code, y.code) || compare(x.scope ?? undefined, y.scope ?? undefined);
  }
  return 0; // null, MinKey and MaxKey each equal themselves
}

function sign(value: number): number {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/** Whether two documents or values are the same bytes for an update's purposes: type, order of fields and all. */
export function identical(a: unknown, b: unknown): boolean {
  if (tagged(a)?._bsontype !== tagged(b)?._bsontype || typeof a !== typeof b) return false;
  if (isDoc(a) && isDoc(b)) {
    const left = Object.entries(a);
    const right = Object.entries(b);
    return (
      left.length === right.length &&
      left.every(([name, value], i) => name === right[i]?.[0] && identical(value, right[i][1]))
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, i) => identical(value, b[i]));
  }
  return equal(a, b);
}
