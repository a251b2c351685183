import { deserialize, serialize } from 'bson';
import type { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';

/** A decoded document. Numbers stay in their BSON wrappers, so that no type is lost on the way back to disk. */
export type Doc = Record<string, unknown>;

/** The BSON values that are objects in JavaScript, told apart by the tag their library gives them. */
export type Tagged =
  | Binary
  | BSONRegExp
  | Code
  | Decimal128
  | Double
  | Int32
  | Long
  | ObjectId
  | Timestamp
  | { readonly _bsontype: 'MinKey' | 'MaxKey' | 'DBRef' }
  | { readonly _bsontype: 'BSONSymbol'; readonly value: string };

/** Decodes one document with every type kept. */
export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
}

export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: false });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function tagged(value: unknown): Tagged | undefined {
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return undefined;
  return value as Tagged;
}

/** Whether the value is an embedded document (not an array, not one of BSON's own object types). */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !('_bsontype' in value)
  );
}

/** The order in which MongoDB sorts values of different types. */
export const typeOrder = {
  minKey: 0x01,
  null: 0x05,
  number: 0x0a,
  string: 0x0f,
  object: 0x14,
  array: 0x19,
  binary: 0x1e,
  objectId: 0x23,
  boolean: 0x28,
  date: 0x2d,
  timestamp: 0x2f,
  regex: 0x32,
  dbRef: 0x37,
  code: 0x3c,
  codeWithScope: 0x41,
  maxKey: 0x7f,
} as const;

export function typeOrderOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return typeOrder.null;
    case 'string':
      return typeOrder.string;
    case 'number':
    case 'bigint':
      return typeOrder.number;
    case 'boolean':
      return typeOrder.boolean;
    default:
  }
  if (value === null) return typeOrder.null;
  if (Array.isArray(value)) return typeOrder.array;
  if (value instanceof Date) return typeOrder.date;
  const tag = tagged(value);
  if (!tag) return typeOrder.object;
  switch (tag._bsontype) {
    case 'Int32':
    case 'Double':
    case 'Long':
    case 'Decimal128':
      return typeOrder.number;
    case 'ObjectId':
      return typeOrder.objectId;
    case 'Binary':
      return typeOrder.binary;
    case 'Timestamp':
      return typeOrder.timestamp;
    case 'BSONRegExp':
      return typeOrder.regex;
    case 'BSONSymbol':
      return typeOrder.string;
    case 'Code':
      return tag.scope ? typeOrder.codeWithScope : typeOrder.code;
    case 'MinKey':
      return typeOrder.minKey;
    case 'MaxKey':
      return typeOrder.maxKey;
    case 'DBRef':
      return typeOrder.dbRef;
  }
}

/** The number BSON knows the type by (`$type: 16`), or 0 for a missing value. */
export function bsonTypeOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return 6;
    case 'string':
      return 2;
    case 'number':
      return 1;
    case 'bigint':
      return 18;
    case 'boolean':
      return 8;
    default:
  }
  if (value === null) return 10;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 9;
  const tag = tagged(value);
  return tag ? bsonTypeOfTag[tag._bsontype] : 3;
}

const bsonTypeOfTag: Record<Tagged['_bsontype'], number> = {
  Double: 1,
  Binary: 5,
  ObjectId: 7,
  BSONRegExp: 11,
  DBRef: 12,
  Code: 13,
  BSONSymbol: 14,
  Int32: 16,
  Timestamp: 17,
  Long: 18,
  Decimal128: 19,
  MinKey: -1,
  MaxKey: 127,
};

/** The names `$type` takes besides the numbers; "number" stands for all four. */
export const bsonTypeNames: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** The text of a string or of the deprecated symbol type, which compare alike. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const tag = tagged(value);
  return tag?._bsontype === 'BSONSymbol' ? tag.value : '';
}
