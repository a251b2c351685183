import { describe, expect, it } from 'vitest';
import { Double, Int32, Long } from 'bson';
import { decode, encode } from '../bson/value.ts';
import { cursorReply } from './cursorReply.ts';

describe('the reply around a batch', () => {
  it.each([0, 1, 11, 101, 1234])('is the document that an encoder would make of %i documents', (count) => {
    const docs = Array.from({ length: count }, (_, i) => ({ _id: new Int32(i), text: '台本'.repeat(i % 7) }));
    for (const id of [0, 5, 2 ** 31, 2 ** 32 - 1, 2 ** 47 - 3]) {
      const reply = cursorReply('firstBatch', docs.map(encode), id, 'daihon.台本');
      const expected = {
        cursor: { firstBatch: docs, id: Long.fromNumber(id), ns: 'daihon.台本' },
        ok: new Double(1),
      };
      expect(reply).toEqual(encode(expected));
      expect(decode(reply)).toStrictEqual(decode(encode(expected)));
    }
  });
});
