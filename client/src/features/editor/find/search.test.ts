import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { describe, expect, it } from 'vitest';
import { searchScript } from './search.ts';

const script = scriptOf([
  stepOf('s1', {
    title: 'ご本人確認',
    say: `${'お電話ありがとうございます。'.repeat(3)}ホンニン様でいらっしゃいますか。`,
    choices: to('s2'),
  }),
  stepOf('s2', { do: '本人確認書類をＡ４で控える。', fields: [fieldOf('postcode', { label: '郵便番号' })] }),
]);
const found = (query: string) => searchScript(script, query).map(({ stepId, place }) => `${stepId} ${place}`);

describe('the search in a script', () => {
  it('looks into titles, texts, choices and fields, in the order of the outline', () => {
    expect(found('本人確認')).toEqual(['s1 title', 's2 do']);
    expect(found('s2へ')).toEqual(['s1 choice']);
    expect(found('郵便')).toEqual(['s2 field']);
  });

  it('takes kana, width and case as one, and asks for all words', () => {
    expect(found('ほんにん')).toEqual(['s1 say']);
    expect(found('a4')).toEqual(['s2 do']);
    expect(found('本人　書類')).toEqual(['s2 do']);
    expect(found('  ')).toEqual([]);
  });

  it('shows what stands around the first match', () => {
    expect(searchScript(script, 'ほんにん')[0]?.excerpt).toMatch(/^….+ホンニン様でいらっしゃいますか。$/u);
  });
});
