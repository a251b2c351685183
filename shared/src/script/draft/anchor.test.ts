import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentOf, textOf } from '../contentText.ts';
import { findRange, fragmentText, placesOf } from './anchor.ts';
import { readContent } from './content.ts';
import { writeContent } from './contentWrite.ts';

function draft(text: string) {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('say');
  doc.transact(() => writeContent(fragment, contentOf(text)));
  const write = (wanted: string) => doc.transact(() => writeContent(fragment, contentOf(wanted)));
  const anchor = (from: number, to: number) => {
    const read = fragmentText(fragment);
    const places = placesOf(read, from, to);
    return { start: places?.start ?? null, end: places?.end ?? null, quote: read.text.slice(from, to) };
  };
  const find = (wanted: ReturnType<typeof anchor>) => findRange(doc, fragmentText(fragment), wanted);
  return { doc, fragment, write, anchor, find };
}

const greeting = 'お電話ありがとうございます。\nさくら通販の山田でございます。';

describe('an anchor in the text of a step', () => {
  it('reads the text as the version does', () => {
    const { fragment } = draft(greeting);
    expect(fragmentText(fragment).text).toBe(textOf(readContent(fragment)));
  });

  it('keeps to its words while colleagues write before, after and between', () => {
    const { write, anchor, find } = draft(greeting);
    const range = anchor(3, 13);
    write(`もしもし、${greeting}本日はどうされましたか。`);
    expect(find(range)?.text).toBe('ありがとうございます');
    write('もしもし、お電話誠にありがとうございます。\nはい。\n以上。');
    expect(find(range)?.text).toBe('ありがとうございます');
  });

  it('takes in what is typed inside and leaves out what is typed at its ends', () => {
    const { fragment, doc, anchor, find } = draft('ありがとう');
    const range = anchor(0, 5);
    const [paragraph] = fragment.toArray();
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error('no text');
    doc.transact(() => text.insert(5, '！'));
    doc.transact(() => text.insert(0, '誠に'));
    expect(find(range)?.text).toBe('ありがとう');
    doc.transact(() => text.insert(4, 'りり'));
    expect(find(range)?.text).toBe('ありりりがとう');
  });

  it('is found by its words after its paragraph was split, joined or brought back', () => {
    const { write, anchor, find } = draft(greeting);
    const range = anchor(15, 20);
    expect(range.quote).toBe('さくら通販');
    write('お電話ありがとうございます。さくら通販の山田でございます。');
    expect(find(range)?.text).toBe('さくら通販');
    write('');
    expect(find(range)).toBeNull();
    write(greeting);
    expect(find(range)).toEqual({ from: 15, to: 20, text: 'さくら通販' });
  });

  it('is lost when its words are gone, and when it cannot be read', () => {
    const { write, anchor, find } = draft(greeting);
    const range = anchor(3, 13);
    write('お電話。\nさくら通販の山田でございます。');
    expect(find(range)).toBeNull();
    expect(find({ start: 'ÿ', end: '////', quote: 'ない' })).toBeNull();
  });

  it('marks a place between two characters, too', () => {
    const { write, anchor, find } = draft('お電話ありがとう');
    const place = anchor(3, 3);
    write('本日はお電話ありがとう');
    expect(find(place)).toEqual({ from: 6, to: 6, text: '' });
  });

  it('crosses paragraphs', () => {
    const { anchor, find, write } = draft(greeting);
    const range = anchor(8, 20);
    write(`はい、${greeting}`);
    expect(find(range)).toEqual({ from: 11, to: 23, text: greeting.slice(8, 20) });
  });

  it('never takes in words that stand outside of it, whatever is typed around', () => {
    const edit = fc.record({
      at: fc.nat(),
      insert: fc.string({ unit: fc.constantFrom('あ', 'い', 'x'), maxLength: 4 }),
      remove: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), fc.nat(10), (edits, offset) => {
        const before = 'のののののののののの';
        const { fragment, doc, anchor, find } = draft(`${before}【対象】${before}`);
        const range = anchor(10, 14);
        const [paragraph] = fragment.toArray();
        const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
        if (!(text instanceof Y.XmlText)) throw new Error('no text');
        for (const { at, insert, remove } of edits) {
          const now = fragmentText(fragment).text;
          const start = now.indexOf('【対象】');
          // Before or after the range, up to its very edge.
          const left = (at + offset) % 2 === 0;
          const place = left ? at % (start + 1) : start + 4 + (at % (now.length - start - 3));
          const room = left ? start - place : now.length - place;
          doc.transact(() => {
            if (remove > 0 && room > 0) text.delete(place, Math.min(remove, room));
            text.insert(place, insert);
          });
        }
        const found = find(range);
        expect(found?.text).toBe('【対象】');
        expect(fragmentText(fragment).text.slice(found?.from, found?.to)).toBe('【対象】');
      }),
      { verbose: true },
    );
  });

  it('stands at the same words in every copy of the draft', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (mine, theirs) => {
        const one = draft(greeting);
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(one.doc));
        const range = one.anchor(3, 13);
        const fragment = other.getXmlFragment('say');
        one.write(`${'あ'.repeat(mine)}${greeting}`);
        other.transact(() => writeContent(fragment, contentOf(`${greeting}${'い'.repeat(theirs)}`)));
        Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other));
        Y.applyUpdate(other, Y.encodeStateAsUpdate(one.doc));
        const there = findRange(other, fragmentText(fragment), range);
        expect(there).toEqual(one.find(range));
        expect(there?.text).toBe('ありがとうございます');
      }),
    );
  });
});
