import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { findingMessages } from '../findingMessages.ts';
import { declaredBy } from '../partSignature.ts';
import type { PartSignature } from '../partSignature.ts';
import type { Field, Jump, Script } from '../schema.ts';
import { fieldOf, scriptOf, stepOf, to } from '../script.fixture.ts';
import type { CheckContext } from './context.ts';

const placeholder = { type: 'text', label: '', example: '', fallback: '' } as const;
const part: PartSignature = {
  scriptId: 'part',
  version: 3,
  shut: false,
  calls: ['deeper'],
  ...declaredBy(
    scriptOf(
      [
        stepOf('p', {
          fields: [
            fieldOf('result', { label: '判定', output: true }),
            fieldOf('days', { type: 'number', output: true }),
            fieldOf('how', { type: 'radio', output: true, options: [{ value: 'a', label: 'A' }] }),
            fieldOf('own'),
          ],
        }),
      ],
      {
        title: '本人確認',
        placeholders: [
          { ...placeholder, key: 'plan', label: 'プラン', input: true },
          { ...placeholder, key: 'due', type: 'date', fallback: '後日', input: true },
          { ...placeholder, key: 'customer.name' },
        ],
      },
    ),
  ),
};
const context: CheckContext = {
  scriptId: 'main',
  scriptIds: new Set(['main', 'part']),
  publishedIds: new Set(['part']),
  parts: new Map([['part', part]]),
};
const fields: Field[] = [
  fieldOf('product'),
  fieldOf('check', { label: '本人確認の結果' }),
  fieldOf('count', { type: 'number' }),
  fieldOf('sum', { computed: 'count * 2' }),
  fieldOf('way', { type: 'radio', options: [{ value: 'b', label: 'B' }] }),
];

function jumping(jump: Partial<Jump>): Script {
  const complete: Jump = { scriptId: 'part', inputs: [{ key: 'plan', from: 'product' }], ...jump };
  return scriptOf([
    stepOf('a', { kind: 'jump', title: '確認へ', jump: complete, fields, choices: to('e1') }),
    stepOf('e1'),
  ]);
}

const found = (jump: Partial<Jump>, by: CheckContext = context): string[] =>
  check(jumping(jump), by).map(({ code, pointer }) => `${code} ${pointer}`);

describe('a part', () => {
  it('declares what it takes and hands back', () => {
    expect(part.inputs.map(({ key, label }) => [key, label])).toEqual([
      ['plan', 'プラン'],
      ['due', 'due'],
    ]);
    expect(part.outputs.map(({ key }) => key)).toEqual(['result', 'days', 'how']);
  });
});

describe('checks of a jump', () => {
  it('find nothing in one that fits', () => {
    expect(
      found({
        outputs: [
          { key: 'result', to: 'check' },
          { key: 'days', to: 'count' },
        ],
      }),
    ).toEqual([]);
  });

  it('find a target that cannot be called', () => {
    expect(found({ scriptId: 'main', inputs: [] })).toEqual(['jump_to_itself /steps/0/jump/scriptId']);
    expect(found({ scriptId: 'gone', inputs: [] })).toEqual(['unknown_jump_target /steps/0/jump/scriptId']);
    const with_ = (patch: Partial<PartSignature>): CheckContext => ({
      ...context,
      parts: new Map([['part', { ...part, ...patch }]]),
    });
    expect(found({}, with_({ shut: true }))).toEqual(['jump_to_shut /steps/0/jump/scriptId']);
    expect(found({}, with_({ calls: ['other', 'main'] }))).toEqual(['jump_loop /steps/0/jump/scriptId']);
    expect(found({}, { ...context, publishedIds: new Set() })).toEqual([
      'jump_unpublished /steps/0/jump/scriptId',
    ]);
  });

  it('find what is handed in wrongly', () => {
    const input = (key: string, from: string): string[] =>
      found({
        inputs: [
          { key: 'plan', from: 'product' },
          { key, from },
        ],
      });
    expect(input('due', '')).toEqual(['jump_input_empty /steps/0/jump/inputs/1/from']);
    expect(input('customer.name', 'product')).toEqual(['jump_input_unknown /steps/0/jump/inputs/1/key']);
    expect(input('', 'product')).toEqual(['jump_input_unknown /steps/0/jump/inputs/1/key']);
    expect(input('due', 'nobody')).toEqual(['undefined_key /steps/0/jump/inputs/1/from']);
    expect(input('due', '1 +')).toEqual(['bad_condition /steps/0/jump/inputs/1/from']);
    expect(input('due', 'count')).toEqual(['jump_input_type /steps/0/jump/inputs/1/from']);
    expect(input('due', 'addDays(today(), count)')).toEqual([]);
    expect(input('plan', 'product')).toEqual(['jump_input_twice /steps/0/jump/inputs/1/key']);
    expect(found({ inputs: [] })).toEqual(['jump_input_missing /steps/0/jump/inputs']);
  });

  it('find what is taken back wrongly', () => {
    const output = (key: string, target: string): string[] => found({ outputs: [{ key, to: target }] });
    expect(output('own', 'check')).toEqual(['jump_output_unknown /steps/0/jump/outputs/0/key']);
    expect(output('result', 'nobody')).toEqual(['jump_output_target /steps/0/jump/outputs/0/to']);
    expect(output('result', '')).toEqual(['jump_output_target /steps/0/jump/outputs/0/to']);
    expect(output('result', 'sum')).toEqual(['jump_output_computed /steps/0/jump/outputs/0/to']);
    expect(output('result', 'count')).toEqual(['jump_output_type /steps/0/jump/outputs/0/to']);
    expect(output('how', 'way')).toEqual(['jump_output_type /steps/0/jump/outputs/0/to']);
    expect(output('how', 'check')).toEqual([]);
    expect(
      found({
        outputs: [
          { key: 'result', to: 'check' },
          { key: 'how', to: 'check' },
        ],
      }),
    ).toEqual(['jump_output_twice /steps/0/jump/outputs/1/to']);
  });

  it('say nothing of a part that is not known', () => {
    expect(
      found(
        { scriptId: 'far', inputs: [{ key: 'x', from: 'product' }], outputs: [{ key: 'y', to: 'check' }] },
        {},
      ),
    ).toEqual([]);
  });
});

describe('checks of embedded pages, outcomes and names', () => {
  const page = {
    url: 'https://wiki.sakura.example/faq?id={{customer.id}}',
    title: 'FAQ',
    fallback: '手引きを見てください',
  };
  const paged = (
    patch: Partial<typeof page>,
    by: CheckContext = { pages: ['*.sakura.example'] },
  ): string[] => {
    const script = scriptOf(
      [stepOf('a', { say: '', page: { ...page, ...patch }, choices: to('e1') }), stepOf('e1')],
      {
        placeholders: [{ ...placeholder, key: 'customer.id' }],
      },
    );
    return check(script, by).map(({ code, pointer }) => `${code} ${pointer}`);
  };

  it('find nothing in one that may be shown', () => {
    expect(paged({})).toEqual([]);
    expect(paged({ url: 'https://wiki.sakura.example/{{customer.id}}#top' })).toEqual([]);
  });

  it('find addresses that lead nowhere or anywhere', () => {
    const at = '/steps/0/page/url';
    const unused = 'unused_placeholder /placeholders/0';
    expect(paged({ url: ' ' })).toEqual([`page_without_address ${at}`, unused]);
    for (const url of [
      'http://wiki.sakura.example/',
      'javascript:alert(1)',
      'https://user@wiki.sakura.example/',
      'https://wiki.sakura.example:8443/',
      'https:///x',
    ])
      expect(paged({ url }), url).toEqual([`page_address ${at}`, unused]);
    expect(paged({ url: 'https://{{customer.id}}.sakura.example/' })).toEqual([`page_address ${at}`]);
    expect(paged({ url: 'https://elsewhere.example/{{customer.id}}' })).toEqual([`page_not_allowed ${at}`]);
    expect(paged({ url: 'https://sakura.example/{{customer.id}}' })).toEqual([`page_not_allowed ${at}`]);
    expect(paged({ url: 'https://wiki.sakura.example/{{nobody}}{{customer.id}}' })).toEqual([
      `undefined_placeholder ${at}`,
    ]);
    expect(paged({ url: 'https://wiki.sakura.example/｛｛x｝｝{{customer.id}}' })).toEqual([
      `malformed_placeholder ${at}`,
    ]);
  });

  it('find a page without a name and without words for when it cannot be shown', () => {
    expect(paged({ title: '', fallback: '' })).toEqual([
      'page_without_title /steps/0/page/title',
      'page_without_fallback /steps/0/page/fallback',
    ]);
  });

  it('find outcome codes that the tenant does not list, where it lists any', () => {
    const script = scriptOf([stepOf('e1', { outcome: '保留' })]);
    expect(check(script, { outcomes: [{ code: '受注', label: '' }] }).map(({ code }) => code)).toEqual([
      'unlisted_outcome',
    ]);
    expect(check(script, { outcomes: [] })).toEqual([]);
  });

  it('find side topics and points to confirm without words', () => {
    const script = scriptOf(
      [stepOf('a', { gates: [{ id: 'k1', label: ' ' }], choices: to('e1') }), stepOf('e1')],
      {
        interrupts: [{ id: 'i1', label: '', to: 'e1' }],
      },
    );
    expect(check(script).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'interrupt_without_label /interrupts/0/label',
      'gate_without_label /steps/0/gates/0/label',
    ]);
  });
});

it('has a Japanese sentence for every finding, with the same values as the English one', () => {
  const names = (text: string): string[] => [...new Set(text.match(/\{[a-z]+\}/gu) ?? [])].sort();
  const only: Record<string, string[]> = { bad_condition: ['{error}'], bad_content: ['{detail}'] };
  for (const [code, { ja, en }] of Object.entries(findingMessages)) {
    expect(ja, code).toMatch(/[ぁ-ん]/u);
    const extra = names(en).filter((name) => !names(ja).includes(name));
    if (code !== 'sample_path')
      expect(
        extra.filter((name) => !(only[code] ?? []).includes(name)),
        code,
      ).toEqual([]);
  }
});
