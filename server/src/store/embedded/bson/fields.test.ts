import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { describe, expect, it } from 'vitest';
import { FieldReader, pick, withIdFirst } from './fields.ts';
import { decode, encode } from './value.ts';

const doc = {
  _id: new ObjectId(),
  double: new Double(1.5),
  text: '解約のお申し出\0end',
  empty: '',
  nested: { a: { b: [1, { c: 2 }] } },
  list: [new Int32(1), 'two', null],
  binary: new Binary(Buffer.from([0x80, 0, 0xff])),
  uuid: new Binary(Buffer.alloc(16, 3), 4),
  oldBinary: new Binary(Buffer.from([1, 2]), 2),
  nothing: undefined,
  yes: true,
  no: false,
  at: new Date(1_700_000_000_123),
  before: new Date(-1),
  far: new Date(8_640_000_000_000_000),
  null: null,
  regex: new BSONRegExp('^a\\.b$', 'i'),
  code: new Code('return 1'),
  scoped: new Code('return x', { x: new Int32(1) }),
  int: new Int32(-7),
  stamp: new Timestamp({ t: 5, i: 6 }),
  long: Long.fromString('-9223372036854775807'),
  decimal: Decimal128.fromString('1.10'),
  least: new MinKey(),
  most: new MaxKey(),
  日本語: 'name',
  last: new Int32(1),
};

describe('a reader of single fields', () => {
  const bytes = encode(doc);
  const whole = decode(bytes);

  it.each(Object.keys(doc))('reads %s as the whole document has it', (name) => {
    expect(new FieldReader([name]).read(bytes)).toStrictEqual({ [name]: whole[name] });
  });

  it('reads several, in the order in which they are stored', () => {
    const names = ['last', 'missing', '_id', 'scoped'];
    const read = new FieldReader(names).read(bytes);
    expect(Object.keys(read)).toEqual(['_id', 'scoped', 'last']);
    expect(read.last).toStrictEqual(whole.last);
  });

  it('reads nothing where nothing is asked for, and of an empty document', () => {
    expect(new FieldReader([]).read(bytes)).toEqual({});
    expect(new FieldReader(['a']).read(encode({}))).toEqual({});
  });

  it('does not take the beginning of a name for the name', () => {
    expect(new FieldReader(['in', 'intt']).read(bytes)).toEqual({});
  });
});

describe('a document with its _id in front', () => {
  it('keeps everything else in its order', () => {
    const { _id, ...rest } = doc;
    const { nested, ...others } = rest;
    const expected = encode({ _id, nested, ...others });
    expect(withIdFirst(encode({ nested, _id, ...others }))).toEqual(expected);
    expect(withIdFirst(encode({ nested, ...others, _id }))).toEqual(expected);
    expect(withIdFirst(expected)).toBe(expected);
  });

  it('is not made up where there is none', () => {
    expect(withIdFirst(encode({ _i: 1, nested: { _id: 1 } }))).toBeUndefined();
  });
});

describe('a choice of fields', () => {
  const bytes = encode(doc);

  it.each(Object.keys(doc))('takes %s alone and leaves it out alone', (name) => {
    const { [name]: chosen, ...others } = doc as Record<string, unknown>;
    expect(pick(bytes, { names: new Set([name, 'missing']), include: true })).toEqual(
      encode({ [name]: chosen }),
    );
    expect(pick(bytes, { names: new Set([name]), include: false })).toEqual(encode(others));
  });

  it('of none is the empty document, of all but none the whole one', () => {
    expect(pick(bytes, { names: new Set(), include: true })).toEqual(encode({}));
    expect(pick(bytes, { names: new Set(), include: false })).toEqual(bytes);
  });
});
