import { Binary, Double, Int32, Long, Timestamp } from 'bson';
import { describe, expect, it } from 'vitest';
import { identical } from '../bson/compare.ts';
import { decode, encode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { parseFilter } from '../query/filter.ts';
import { parseUpdate } from './update.ts';
import { upsertDoc } from './upsert.ts';

function updated(doc: Doc, update: unknown, filter: Doc = {}, arrayFilters?: unknown): Doc {
  return parseUpdate(update, arrayFilters).apply(decode(encode(doc)), parseFilter(filter), false);
}

/** [document, update, what it becomes, filter, arrayFilters], from the manual's pages of the operators. */
const cases: readonly (readonly [Doc, unknown, Doc, Doc?, unknown?])[] = [
  [{ a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
  [{ a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
  [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{ a: 1 }, { $unset: { b: '', 'c.d': '' } }, { a: 1 }],
  [{ a: 1 }, { $inc: { a: -3, b: 5 } }, { a: -2, b: 5 }],
  [{ a: 5 }, { $min: { a: 3, b: 1 } }, { a: 3, b: 1 }],
  [{ a: 5 }, { $max: { a: 3, b: 1 } }, { a: 5, b: 1 }],
  [{ a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }],
  [{ a: 'x' }, { $min: { a: 9 } }, { a: 9 }],
  [{}, { $push: { a: 1 } }, { a: [1] }],
  [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [5, 6], $position: 1 } } }, { a: [1, 5, 6, 2] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
  [
    { a: [{ s: 1 }] },
    { $push: { a: { $each: [{ s: 5 }, { s: 3 }], $sort: { s: -1 }, $slice: 2 } } },
    { a: [{ s: 5 }, { s: 3 }] },
  ],
  [{ a: [1, 2, 3] }, { $push: { a: { $each: [4], $slice: -2 } } }, { a: [3, 4] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ x: 1, y: 2 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  [
    { a: [{ x: [{ q: 1 }] }, { x: [] }] },
    { $pull: { a: { x: { $elemMatch: { q: 1 } } } } },
    { a: [{ x: [] }] },
  ],
  [{ a: ['x', 'y'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  [{}, { $pull: { a: 1 } }, {}],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c', x: 'y' } }, { b: 2, c: 1 }],
  [{ a: { b: 1 } }, { $rename: { 'a.b': 'd.e' } }, { a: {}, d: { e: 1 } }],
  [{ a: [1, 5, 8] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 8] }, { a: 5 }],
  [{ a: [1, 5, 8] }, { $inc: { 'a.$': 1 } }, { a: [1, 5, 9] }, { a: { $gt: 6 } }],
  [
    { a: [{ b: 1 }, { b: 2, c: 0 }] },
    { $set: { 'a.$.c': 7 } },
    { a: [{ b: 1 }, { b: 2, c: 7 }] },
    { 'a.b': 2 },
  ],
  [
    { a: [{ b: 1 }, { b: 2, c: 3 }] },
    { $set: { 'a.$.c': 7 } },
    { a: [{ b: 1 }, { b: 2, c: 7 }] },
    { a: { $elemMatch: { b: 2, c: 3 } } },
  ],
  [{ a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
  [{ a: [{ x: [1, 2] }, { x: [3] }] }, { $inc: { 'a.$[].x.$[]': 1 } }, { a: [{ x: [2, 3] }, { x: [4] }] }],
  [{ a: [90, 102, 110] }, { $set: { 'a.$[e]': 100 } }, { a: [90, 100, 100] }, {}, [{ e: { $gte: 100 } }]],
  [
    {
      a: [
        { g: 80, m: 1 },
        { g: 90, m: 1 },
      ],
    },
    { $set: { 'a.$[e].m': 5 } },
    {
      a: [
        { g: 80, m: 1 },
        { g: 90, m: 5 },
      ],
    },
    {},
    [{ 'e.g': { $gte: 85 } }],
  ],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
];

describe('an update', () => {
  for (const [doc, update, expected, filter, arrayFilters] of cases) {
    it(`${JSON.stringify(doc)} with ${JSON.stringify(update)} gives ${JSON.stringify(expected)}`, () => {
      expect(plain(updated(doc, update, filter, arrayFilters))).toEqual(plain(expected));
    });
  }

  it('counts bytes that are not UTF-8 as a change', () => {
    const before = { data: new Binary(Buffer.from([0xc3, 0x28, 0x80])) };
    const after = updated(before, { $set: { data: new Binary(Buffer.from([0xc3, 0x28, 0x81])) } });
    expect(encode(after).equals(encode(before))).toBe(false);
    expect(identical(after.data, new Binary(Buffer.from([0xc3, 0x28, 0x81])))).toBe(true);
  });

  it('keeps the types of numbers apart', () => {
    const doc = { int: new Int32(2 ** 31 - 1), long: Long.fromNumber(1), double: new Double(1) };
    const after = updated(doc, { $inc: { int: new Int32(1), long: new Int32(1), double: new Int32(1) } });
    expect(after.int).toBeInstanceOf(Long);
    expect(after.long).toBeInstanceOf(Long);
    expect(after.double).toBeInstanceOf(Double);
  });

  it('sets the time of the server', () => {
    const after = updated({}, { $currentDate: { a: true, b: { $type: 'timestamp' } } });
    expect(after.a).toBeInstanceOf(Date);
    expect(after.b).toBeInstanceOf(Timestamp);
  });

  it('stores a field called __proto__ as a field', () => {
    const after = updated({}, { $set: { ['__proto__.polluted']: 1 } });
    expect(Object.keys(after)).toEqual(['__proto__']);
    expect(({} as Doc).polluted).toBeUndefined();
  });

  it.each<[Doc, unknown, number]>([
    [{ a: 'x' }, { $inc: { a: 1 } }, 14],
    [{ a: 1 }, { $inc: { a: 'x' } }, 14],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
    [{ a: [1] }, { $set: { 'a.x': 1 } }, 28],
    [{ _id: 1 }, { $set: { _id: 2 } }, 66],
    [{ _id: 1 }, { _id: 2 }, 66],
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    [{}, { $set: { a: 1, 'a.b': 1 } }, 40],
    [{}, { $mul: { a: 1 } }, 238],
    [{}, [{ $set: { a: 1 } }], 238],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
    [{}, { $set: { a: 1 }, b: 1 }, 9],
  ])('refuses on %j %j with code %i', (doc, update, code) => {
    expect(() => updated(doc, update)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('makes the document of an upsert from the equalities of the query', () => {
    const update = parseUpdate({ $set: { c: 3 }, $setOnInsert: { d: 4 } }, undefined);
    const doc = upsertDoc(
      parseFilter({ _id: 7, 'a.b': 1, x: { $gt: 5 }, $and: [{ e: { $eq: 2 } }] }),
      update,
    );
    expect(plain(doc)).toEqual({ _id: 7, a: { b: 1 }, e: 2, c: 3, d: 4 });
    expect(upsertDoc(parseFilter({ a: 1 }), parseUpdate({ b: 1 }, undefined))).toMatchObject({ b: 1 });
  });
});

/** Numbers without their wrappers, for a comparison of shapes. */
function plain(doc: Doc): unknown {
  return JSON.parse(
    JSON.stringify(doc, (_, value: unknown) =>
      value instanceof Int32 || value instanceof Double ? value.valueOf() : value,
    ),
  );
}
