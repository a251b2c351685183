import { describe, expect, it } from 'vitest';
import { formatHint } from './formatHint.ts';
import { normalise } from './normalise.ts';

const today = new Date(2026, 10, 24);

describe('what is kept of what was typed', () => {
  it('takes full-width numbers, and leaves what is none as it is', () => {
    expect(normalise('number', '１，２００')).toBe(1_200);
    expect(normalise('number', ' ２ ')).toBe(2);
    expect(normalise('number', '二つ')).toBe('二つ');
  });

  it('brings telephone numbers and postcodes to half width', () => {
    expect(normalise('tel', '０４５ー１２３ー４５６７')).toBe('045-123-4567');
    expect(normalise('tel', '045 123 4567')).toBe('0451234567');
    expect(normalise('postcode', '〒２３５－００２２')).toBe('2350022');
  });

  it('makes kana of hiragana and half-width kana', () => {
    expect(normalise('kana', 'みずの　かずこ')).toBe('ミズノ カズコ');
    expect(normalise('kana', 'ﾐｽﾞﾉ ｶｽﾞｺ')).toBe('ミズノ カズコ');
  });

  it('reads dates as they are said, the next one when no year is named', () => {
    const read = (text: string) => normalise('date', text, today);
    expect(read('12/3')).toBe('2026-12-03');
    expect(read('１０月３日')).toBe('2027-10-03');
    expect(read('20261003')).toBe('2026-10-03');
    expect(read('2026/10/3')).toBe('2026-10-03');
    expect(read('明日')).toBe('2026-11-25');
    expect(read('2/30')).toBe('2/30');
    expect(read('来週')).toBe('来週');
  });

  it('reads times', () => {
    expect(normalise('time', '1430')).toBe('14:30');
    expect(normalise('time', '午後2時半')).toBe('14:30');
    expect(normalise('time', '９：０５')).toBe('09:05');
    expect(normalise('time', '25:00')).toBe('25:00');
  });

  it('leaves the words of free text alone', () => {
    expect(normalise('text', ' Ａ棟 ２号室 ')).toBe('Ａ棟 ２号室');
  });
});

describe('what looks odd', () => {
  it('is said of a short number, of kanji where kana is asked, and of half a postcode', () => {
    expect(formatHint('tel', '045')).toBe('tel');
    expect(formatHint('kana', '水野')).toBe('kana');
    expect(formatHint('postcode', '235')).toBe('postcode');
  });
  it('is nothing of what fits, and nothing of what is empty', () => {
    expect(formatHint('tel', '045-123-4567')).toBeNull();
    expect(formatHint('kana', 'ミズノ カズコ')).toBeNull();
    expect(formatHint('postcode', undefined)).toBeNull();
    expect(formatHint('date', '2026-10-03')).toBeNull();
  });
});
