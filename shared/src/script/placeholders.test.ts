import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { contentOf } from './contentText.ts';
import type { Paragraph } from './content.ts';
import { fill, fillParagraph, fillShort, findPlaceholders, placeholderKeysOf } from './placeholders.ts';
import type { Placeholder } from './schema.ts';
import { shownContent } from './shownContent.ts';

const placeholders: Placeholder[] = [
  { key: 'customer.name', label: 'お客様名', type: 'text', example: '山田', fallback: 'お客様' },
  { key: 'total', label: '総額', type: 'amount', example: '', fallback: '' },
  { key: 'day', label: 'お届け日', type: 'date', example: '', fallback: '' },
];

describe('placeholders', () => {
  it('are found with and without spaces in the braces', () => {
    expect(findPlaceholders('{{a}}と{{ b.c }}。').uses.map(({ key }) => key)).toEqual(['a', 'b.c']);
  });

  it('that are malformed are reported: full width, unpaired, with a key that cannot be', () => {
    const malformed = (text: string) => findPlaceholders(text).malformed.map((each) => each.text);
    expect(malformed('｛｛name｝｝')).toEqual(['｛｛name｝｝']);
    expect(malformed('{{name}')).toEqual(['{{']);
    expect(malformed('name}}')).toEqual(['}}']);
    expect(malformed('{{お名前}}')).toEqual(['{{お名前}}']);
    expect(malformed('{{}}')).toEqual(['{{}}']);
    expect(malformed('{｛name}}')).toEqual(['{｛name}}']);
    expect(malformed('1 {a} 2')).toEqual([]);
  });

  it('are filled in by value, then by fallback, and are a marked blank otherwise', () => {
    const by = { values: { total: 12_800, day: '2026-12-01' }, placeholders };
    expect(fill('{{customer.name}}様、{{total}}円、{{day}}', by)).toEqual([
      { kind: 'filled', key: 'customer.name', text: 'お客様' },
      { kind: 'text', text: '様、' },
      { kind: 'filled', key: 'total', text: '12,800' },
      { kind: 'text', text: '円、' },
      { kind: 'filled', key: 'day', text: '2026年12月1日' },
    ]);
    expect(fill('{{total}}円', { values: {}, placeholders })[0]).toEqual({
      kind: 'blank',
      key: 'total',
      label: '総額',
    });
  });

  it('are filled in in labels as plain text, in fallbacks too, and a circle of fallbacks comes to an end', () => {
    const circle = placeholders.map((each) =>
      each.key === 'day'
        ? { ...each, fallback: '{{customer.name}}のご希望日' }
        : { ...each, fallback: '{{day}}' },
    );
    expect(
      fillShort('{{customer.name}}は{{total}}', { values: { 'customer.name': '佐藤' }, placeholders }),
    ).toBe('佐藤は〔総額〕');
    expect(fillShort('{{day}}', { values: { 'customer.name': '佐藤' }, placeholders: circle })).toBe(
      '佐藤のご希望日',
    );
    expect(fillShort('{{day}}', { values: {}, placeholders: circle })).toBe('〔お届け日〕のご希望日');
  });

  it('that are fields with options read as the label of what was chosen', () => {
    const labels = { slot: { label: '時間帯', options: { am: '午前中', pm: '午後' } } };
    const text = (slot: string | string[]) => fill('{{slot}}', { values: { slot }, placeholders, labels });
    expect(text('am')).toEqual([{ kind: 'filled', key: 'slot', text: '午前中' }]);
    expect(text(['am', 'pm'])).toEqual([{ kind: 'filled', key: 'slot', text: '午前中、午後' }]);
    expect(text('toString')).toEqual([{ kind: 'filled', key: 'slot', text: 'toString' }]);
  });

  it('are one also when marks split their braces', () => {
    const paragraph: Paragraph = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'はい{{cust', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'omer.name}}様' },
        { type: 'hardBreak' },
        { type: 'text', text: '次' },
      ],
    };
    expect(placeholderKeysOf({ type: 'doc', content: [paragraph] })).toEqual(['customer.name']);
    expect(fillParagraph(paragraph, { values: { 'customer.name': '山田' }, placeholders })).toEqual([
      { kind: 'text', text: 'はい', marks: [{ type: 'bold' }] },
      { kind: 'filled', key: 'customer.name', text: '山田', marks: [{ type: 'bold' }] },
      { kind: 'text', text: '様', marks: [] },
      { kind: 'break' },
      { kind: 'text', text: '次', marks: [] },
    ]);
  });
});

it('shows a conditional paragraph only while its condition holds', () => {
  const content = contentOf('いつも\n若い方へ');
  const second = content.content?.[1];
  if (second?.type === 'paragraph') second.attrs = { when: 'age < 20' };
  expect(shownContent(content, { age: 18 }).content).toHaveLength(2);
  expect(shownContent(content, {}).content).toHaveLength(1);
});

it('writes canonical JSON as RFC 8785 says', () => {
  const value = { b: [1e21, -0, 0.1], a: 'é"\n', '\u20ac': null, '1': true, x: undefined };
  expect(canonicalJson(value)).toBe('{"1":true,"a":"é\\"\\n","b":[1e+21,0,0.1],"€":null}');
  expect(() => canonicalJson({ a: NaN })).toThrow(RangeError);
});
