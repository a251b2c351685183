import { createHash } from 'node:crypto';
import { Exact, exactOf, plainOf } from './number.ts';
import { tagged, textOf, typeOrder, typeOrderOf } from './value.ts';
import type { Doc } from './value.ts';

/**
 * Bytes whose plain byte order is MongoDB's order of values. No encoding is the beginning of another one,
 * so that encodings can be put one after the other (compound keys) and inverted (descending fields).
 */
export function keyOf(value: unknown): Buffer {
  const type = typeOrderOf(value);
  return Buffer.concat([Buffer.of(type), body(type, value)]);
}

/** A longer value is cut and a hash put in the place of its rest: still good for equality, no longer for order. */
export const longestKey = 360;

export function boundedKeyOf(value: unknown): { key: Buffer; cut: boolean } {
  const key = keyOf(value);
  if (key.length <= longestKey) return { key, cut: false };
  const hash = createHash('sha256').update(key).digest();
  return { key: Buffer.concat([key.subarray(0, longestKey - hash.length), hash]), cut: true };
}

/** The same key for a descending field. */
export function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) result[i] = 0xff - (key[i] ?? 0);
  return result;
}

const nothing = Buffer.alloc(0);

function body(type: number, value: unknown): Buffer {
  switch (type) {
    case typeOrder.number:
      return numberKey(value);
    case typeOrder.string:
      return textKey(textOf(value));
    case typeOrder.object:
      return docKey(value as Doc);
    case typeOrder.array:
      return Buffer.concat([...(value as unknown[]).map(keyOf), Buffer.of(0)]);
    case typeOrder.boolean:
      return Buffer.of(value ? 1 : 0);
    case typeOrder.date:
      return int64Key(BigInt((value as Date).getTime()));
    default:
      return taggedKey(value);
  }
}

function taggedKey(value: unknown): Buffer {
  const tag = tagged(value);
  switch (tag?._bsontype) {
    case 'ObjectId':
      return Buffer.from(tag.id);
    case 'Binary': {
      const head = Buffer.allocUnsafe(5);
      head.writeUInt32BE(tag.position);
      head[4] = tag.sub_type;
      return Buffer.concat([head, tag.buffer.subarray(0, tag.position)]);
    }
    case 'Timestamp': {
      const bytes = Buffer.allocUnsafe(8);
      bytes.writeBigUInt64BE(BigInt.asUintN(64, tag.toBigInt()));
      return bytes;
    }
    case 'BSONRegExp':
      return Buffer.concat([textKey(tag.pattern), textKey(tag.options)]);
    case 'Code':
      return Buffer.concat([textKey(tag.code), tag.scope ? docKey(tag.scope) : nothing]);
    default:
      return nothing;
  }
}

function docKey(doc: Doc): Buffer {
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(doc)) {
    const type = typeOrderOf(value);
    parts.push(Buffer.of(type), textKey(name), body(type, value));
  }
  return Buffer.concat([...parts, Buffer.of(0)]);
}

function textKey(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.of(0, 0)]);
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from([...escaped, 0, 0]);
}

function int64Key(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value ^ (1n << 63n)));
  return bytes;
}

/** The nearest double, then how far the value lies from it: 0x80 for not at all, otherwise below or above. */
function numberKey(value: unknown): Buffer {
  const plain = plainOf(value) ?? NaN;
  const nearest = plain instanceof Exact ? Number(`${plain.coefficient}e${plain.exponent}`) : Number(plain);
  const head = doubleKey(nearest);
  if (typeof plain === 'number') return Buffer.concat([head, Buffer.of(0x80)]);
  if (!Number.isFinite(nearest)) return Buffer.concat([head, Buffer.of(nearest > 0 ? 0x7e : 0x82)]);
  const { whole, digits } = distance(exactOf(plain), exactOf(nearest));
  if (whole === 0n && digits === '') return Buffer.concat([head, Buffer.of(0x80)]);
  return Buffer.concat([head, Buffer.of(whole < 0n ? 0x7f : 0x81), int64Key(whole), textKey(digits)]);
}

/** NaN below -Infinity, -0 as 0. */
function doubleKey(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (value < 0) return inverted(bytes);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

/** a − b as a whole number rounded down and the decimal digits of what is left. */
function distance(a: Exact, b: Exact): { whole: bigint; digits: string } {
  const exponent = Math.min(a.exponent, b.exponent, 0);
  const unit = 10n ** BigInt(-exponent);
  const difference =
    a.coefficient * 10n ** BigInt(a.exponent - exponent) -
    b.coefficient * 10n ** BigInt(b.exponent - exponent);
  let whole = difference / unit;
  if (difference < 0n && whole * unit !== difference) whole -= 1n;
  const rest = difference - whole * unit;
  const digits = rest.toString().padStart(-exponent, '0').replace(/0+$/, '');
  return { whole: BigInt.asIntN(64, whole), digits: rest === 0n ? '' : digits };
}
