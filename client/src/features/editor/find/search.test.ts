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

  it('looks into what belongs to the whole script, and into pages and outcome codes', () => {
    const whole = {
      ...scriptOf([
        stepOf('s1', {
          outcome: '申込受付',
          page: { url: 'https://crm.example/', title: '申込画面', fallback: '申込は電話で受けます' },
        }),
      ]),
      title: '申込の受付',
      groups: [{ id: 'g1', title: '申込', colour: 'teal' as const }],
      interrupts: [{ id: 'i1', label: '申込の取消', to: null }],
      placeholders: [
        {
          key: 'apply.no',
          label: '申込番号',
          type: 'text' as const,
          example: 'A-1',
          fallback: '申込のお控え',
        },
      ],
    };
    const hits = searchScript(whole, '申込').map(({ stepId, place, id }) => [stepId, place, id].join(' '));
    expect(hits).toEqual([
      's1 page ',
      's1 outcome ',
      ' scriptTitle ',
      ' group g1',
      ' interrupt i1',
      ' placeholder apply.no',
    ]);
    expect(searchScript(whole, 'apply.no').map(({ place }) => place)).toEqual(['placeholder']);
    expect(searchScript(whole, 'crm.example').map(({ place }) => place)).toEqual(['page']);
  });
});
