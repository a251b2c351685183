import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  BSONRegExp,
} from 'bson';
import { describe, expect, it } from 'vitest';
import { compare, identical } from './compare.ts';
import { keyOf } from './key.ts';

/** From MongoDB's manual, "Comparison/Sort Order": each line is greater than the one before, within a line all are equal. */
const ascending: readonly (readonly unknown[])[] = [
  [new MinKey()],
  [null, undefined],
  [NaN, new Double(NaN), Decimal128.fromString('NaN')],
  [-Infinity],
  [new Double(-1e300)],
  [Long.fromString('-9007199254740993')],
  [-9007199254740992, Long.fromString('-9007199254740992')],
  [new Int32(-1), new Double(-1), Long.fromNumber(-1), Decimal128.fromString('-1.0')],
  [-0.5, Decimal128.fromString('-0.5')],
  [0, -0, new Int32(0), Decimal128.fromString('0E+3')],
  [Number.MIN_VALUE],
  [Decimal128.fromString('0.1')],
  [0.1, new Double(0.1)],
  [1, Decimal128.fromString('1.00')],
  [2 ** 53, Long.fromString('9007199254740992')],
  [Long.fromString('9007199254740993'), Decimal128.fromString('9007199254740993')],
  [Decimal128.fromString('9007199254740993.5')],
  [2 ** 53 + 2],
  [Long.MAX_VALUE],
  [2 ** 63],
  [Infinity],
  [''],
  ['\0'],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['ab'],
  ['b'],
  ['台本'],
  ['豈'], // U+F900: above the surrogates in UTF-16 units, below them as a code point
  ['😀'],
  [{}],
  [{ a: 1 }, { a: new Double(1) }],
  [{ a: 1, b: 1 }],
  [{ a: 2 }],
  [{ b: 1 }],
  [{ a: 'x' }],
  [[]],
  [[1]],
  [[1, 'x']],
  [[2]],
  [new Binary(Buffer.from([0xff]))],
  [new Binary(Buffer.from([0xff]), 5)],
  [new Binary(Buffer.from([0x80, 0x81]))],
  [new Binary(Buffer.from([0x80, 0xfe]))],
  [new Binary(Buffer.from([0, 0, 0]))],
  [new ObjectId('0'.repeat(24))],
  [new ObjectId('f'.repeat(24))],
  [false],
  [true],
  [new Date(-1)],
  [new Date(0)],
  [new Date(1)],
  [new Timestamp({ t: 1, i: 1 })],
  [new Timestamp({ t: 0xffffffff, i: 1 })],
  [new BSONRegExp('a', '')],
  [new BSONRegExp('a', 'i')],
  [new MaxKey()],
];

describe('the order of values', () => {
  it('is that of the manual, for every pair', () => {
    for (const [i, left] of ascending.entries()) {
      for (const [j, right] of ascending.entries()) {
        for (const a of left)
          for (const b of right) expect([Math.sign(compare(a, b)), a, b]).toEqual([Math.sign(i - j), a, b]);
      }
    }
  });

  it('is the order of the bytes of keys, for every pair', () => {
    for (const [i, left] of ascending.entries()) {
      for (const [j, right] of ascending.entries()) {
        for (const a of left)
          for (const b of right)
            expect([Math.sign(Buffer.compare(keyOf(a), keyOf(b))), a, b]).toEqual([Math.sign(i - j), a, b]);
      }
    }
  });

  it('never makes one key the beginning of another', () => {
    const keys = ascending.map(([value]) => keyOf(value));
    for (const a of keys)
      for (const b of keys) if (a !== b) expect(b.subarray(0, a.length).equals(a)).toBe(false);
  });

  it('tells apart what is equal but not the same', () => {
    expect(identical(new Int32(1), new Double(1))).toBe(false);
    expect(identical({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
    expect(identical(new Binary(Buffer.from([0x80])), new Binary(Buffer.from([0x81])))).toBe(false);
    expect(identical({ a: [new Date(5)] }, { a: [new Date(5)] })).toBe(true);
  });
});
