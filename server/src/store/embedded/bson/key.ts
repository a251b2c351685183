import { KeyWriter } from './keyWriter.ts';

/** A longer value is cut and a hash put in the place of its rest: still good for equality, no longer for order. */
export const longestKey = 360;

const writer = new KeyWriter();

/** Bytes whose plain byte order is MongoDB's order of values. No encoding is the beginning of another one. */
export function keyOf(value: unknown): Buffer {
  writer.clear();
  writer.value(value);
  return writer.copy();
}

export function boundedKeyOf(value: unknown): { key: Buffer; cut: boolean } {
  writer.clear();
  writer.value(value);
  const cut = writer.bound(0, longestKey);
  return { key: writer.copy(), cut };
}

/** The same key for a descending field. */
export function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) result[i] = 0xff - (key[i] ?? 0);
  return result;
}
