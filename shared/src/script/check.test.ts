import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, hasErrors } from './check.ts';
import { contentOf } from './contentText.ts';
import { randomScript } from './draft/randomScript.fixture.ts';
import { findingMessage } from './findingMessages.ts';
import type { Script } from './schema.ts';
import { fieldOf, scriptOf, stepOf, to } from './script.fixture.ts';

const sound = scriptOf([
  stepOf('a', { choices: to('b', 'e1') }),
  stepOf('b', { choices: to('e1') }),
  stepOf('e1'),
]);

function codes(script: Script): string[] {
  return check(script).map(({ code, stepId }) => (stepId === null ? code : `${code}@${stepId}`));
}

describe('the way through a script', () => {
  it('is sound when every step leads to an end', () => {
    expect(check(sound)).toEqual([]);
  });

  it('needs a start that exists', () => {
    expect(codes(scriptOf([]))).toEqual(['no_start']);
    expect(codes({ ...sound, start: 'gone' })).toContain('no_start');
  });

  it('has no choice that leads nowhere and no step without a choice', () => {
    const script = scriptOf([stepOf('a', { choices: to('b', null, 'gone') }), stepOf('b')]);
    expect(codes(script)).toEqual(['dangling_choice@a', 'dangling_choice@a', 'dead_end@b']);
    expect(check(script)[1]).toMatchObject({
      pointer: '/steps/0/choices/2/to',
      stepId: 'a',
      severity: 'error',
    });
  });

  it('has no loop without a way out, while a loop with one is fine', () => {
    const loop = [stepOf('a', { choices: to('b') }), stepOf('b', { choices: to('a') })];
    expect(codes(scriptOf(loop))).toEqual(['no_way_out@a', 'no_way_out@b']);
    expect(
      codes(scriptOf([...loop.slice(0, 1), stepOf('b', { choices: to('a', 'e1') }), stepOf('e1')])),
    ).toEqual([]);
  });

  it('warns of steps that cannot be reached', () => {
    const script = scriptOf([...sound.steps, stepOf('x', { choices: to('e1') })]);
    expect(codes(script)).toEqual(['unreachable@x']);
    expect(hasErrors(check(script))).toBe(false);
  });

  it('counts the way back as the way out of an interrupt, not of a step of the main line', () => {
    const side = stepOf('x');
    const interrupts = [{ id: 'i1', label: '責任者を', to: 'x' }];
    expect(codes(scriptOf([...sound.steps, side], { interrupts }))).toEqual([]);
    const shared = scriptOf([stepOf('a', { choices: to('e1', 'x') }), stepOf('e1'), side], { interrupts });
    expect(codes(shared)).toEqual(['dead_end@x']);
    expect(codes({ ...sound, interrupts: [{ id: 'i1', label: '責任者を', to: null }] })).toEqual([
      'dangling_interrupt',
    ]);
  });
});

describe('the words of a script', () => {
  it('use only what is defined, in well-formed braces, also across marks', () => {
    const say = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            { type: 'text' as const, text: '{{cust', marks: [{ type: 'bold' as const }] },
            { type: 'text' as const, text: 'omer}} ｛｛name｝｝ {{amount}}' },
          ],
        },
      ],
    };
    const script = scriptOf([
      { ...stepOf('a', { choices: to('e1'), fields: [fieldOf('amount')] }), say },
      stepOf('e1'),
    ]);
    expect(codes(script)).toEqual(['undefined_placeholder@a', 'malformed_placeholder@a']);
    expect(check(script)[0]).toMatchObject({
      pointer: '/steps/0/say/content/0',
      values: { key: 'customer' },
    });
  });

  it('use only what is defined in titles, labels, the text instead of a page and fallbacks as well', () => {
    const script = scriptOf(
      [
        stepOf('a', {
          title: '{{t.t}}',
          choices: [{ id: 'c1', label: '{{c.c}}様', to: 'e1', when: null }],
          gates: [{ id: 'g1', label: '｛｛name｝｝の確認' }],
          fields: [fieldOf('note', { label: '{{name}}のメモ' })],
          page: { url: 'https://kb.example.jp/', title: '{{p.p}}', fallback: '{{f.f}}' },
        }),
        stepOf('e1'),
      ],
      {
        interrupts: [{ id: 'i1', label: '{{i.i}}', to: 'e1' }],
        placeholders: [{ key: 'name', label: '名前', type: 'text', example: '', fallback: '{{b.b}}' }],
      },
    );
    const errors = check(script).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'undefined_placeholder /interrupts/0/label',
      'undefined_placeholder /placeholders/0/fallback',
      'undefined_placeholder /steps/0/title',
      'undefined_placeholder /steps/0/choices/0/label',
      'malformed_placeholder /steps/0/gates/0/label',
      'undefined_placeholder /steps/0/page/title',
      'undefined_placeholder /steps/0/page/fallback',
    ]);
    expect(codes(script)).not.toContain('unused_placeholder');
  });

  it('are there: a talk needs a line or an instruction', () => {
    const steps = (patch: object) =>
      scriptOf([stepOf('a', { choices: to('e1'), say: '', ...patch }), stepOf('e1')]);
    expect(codes(steps({}))).toEqual(['empty_step@a']);
    expect(codes(steps({ do: 'SVへ' }))).toEqual([]);
    expect(codes(steps({ kind: 'form', fields: [fieldOf('amount')] }))).toEqual([]);
  });

  it('are refused when they hold what a script may not hold', () => {
    const say = {
      type: 'doc',
      content: [{ type: 'heading', content: [{ type: 'text', text: 'x' }] }],
    } as never;
    const script = scriptOf([
      { ...stepOf('a', { choices: to('e1') }), do: contentOf('x'), say },
      stepOf('e1'),
    ]);
    expect(check(script)[0]).toMatchObject({ code: 'bad_content', stepId: 'a' });
    const link = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    } as never;
    expect(codes(scriptOf([{ ...stepOf('a', { choices: to('e1') }), say: link }, stepOf('e1')]))).toEqual([
      'bad_content@a',
    ]);
  });

  it('warns of long lines and unused placeholders', () => {
    const placeholders = [{ key: 'unused', label: '', type: 'text' as const, example: '', fallback: '' }];
    const script = scriptOf([stepOf('a', { choices: to('e1'), say: 'あ'.repeat(201) }), stepOf('e1')], {
      placeholders,
    });
    expect(codes(script)).toEqual(['unused_placeholder', 'long_text@a']);
    const words = (count: number) =>
      codes(
        scriptOf([stepOf('a', { choices: to('e1'), say: 'word '.repeat(count) }), stepOf('e1')], {
          language: 'en',
        }),
      );
    expect(words(75)).toEqual([]);
    expect(words(76)).toEqual(['long_text@a']);
  });
});

describe('conditions and parts', () => {
  it('are understood and ask for what is defined', () => {
    const choices = to(['e1', 'amount >'], ['e1', 'nobody == 1'], 'e1');
    expect(codes(scriptOf([stepOf('a', { choices }), stepOf('e1')]))).toEqual([
      'bad_condition@a',
      'undefined_key@a',
    ]);
  });

  it('have a default at the end of a condition step', () => {
    const condition = (...targets: Parameters<typeof to>) =>
      codes(scriptOf([stepOf('a', { kind: 'condition', say: '', choices: to(...targets) }), stepOf('e1')]));
    expect(condition(['e1', 'true'])).toEqual(['condition_without_default@a']);
    expect(condition('e1', ['e1', 'true'])).toEqual(['rule_after_default@a']);
    expect(condition(['e1', 'true'], 'e1')).toEqual([]);
  });

  it('of an end have an outcome, of a jump a target that exists', () => {
    const jump = (scriptId: string | null) =>
      scriptOf([
        stepOf('a', { kind: 'jump', jump: scriptId === null ? null : { scriptId }, choices: to('e1') }),
        stepOf('e1', { outcome: null }),
      ]);
    expect(codes(jump(null))).toEqual(['jump_without_target@a', 'end_without_outcome@e1']);
    expect(check(jump('part'), { scriptIds: new Set(['other']) })[0]?.code).toBe('unknown_jump_target');
    expect(check(jump('part'), { scriptIds: new Set(['part']) })[0]?.code).toBe('end_without_outcome');
  });

  it('warn of a called script that was never published', () => {
    const step = stepOf('a', { kind: 'jump', jump: { scriptId: 'part' }, choices: to('e1') });
    const script = scriptOf([step, stepOf('e1')]);
    const known = { scriptIds: new Set(['part']) };
    expect(check(script, { ...known, publishedIds: new Set() })).toMatchObject([
      { code: 'jump_unpublished', severity: 'warning', pointer: '/steps/0/jump/scriptId', stepId: 'a' },
    ]);
    expect(check(script, { ...known, publishedIds: new Set(['part']) })).toEqual([]);
    expect(check(script, { scriptIds: new Set(), publishedIds: new Set() })[0]?.code).toBe(
      'unknown_jump_target',
    );
  });

  it('ask twice for one field only where it means the same', () => {
    const fields = (a: object[], b: object[]) =>
      codes(
        scriptOf([
          stepOf('a', { fields: a, choices: to('b') } as never),
          stepOf('b', { fields: b, choices: to('e1') } as never),
          stepOf('e1'),
        ]),
      );
    expect(fields([fieldOf('x')], [fieldOf('x')])).toEqual([]);
    expect(fields([fieldOf('x')], [fieldOf('x', { type: 'number' })])).toEqual(['duplicate_field_key@b']);
    expect(fields([fieldOf('x'), { ...fieldOf('x'), id: 'other' }], [])).toEqual(['duplicate_field_key@a']);
    expect(fields([fieldOf('x')], [fieldOf('x.y')])).toEqual(['key_conflict']);
  });

  it('of a field fit together: limits, option values, an expression that is not about itself', () => {
    const options = ['a', 'b', 'a'].map((value) => ({ value, label: value }));
    const fields = [
      fieldOf('count', { type: 'number', min: 5, max: 3 }),
      fieldOf('plan', { type: 'select', options }),
      fieldOf('sum', { type: 'number', computed: 'sum + count' }),
      fieldOf('fine', { type: 'number', min: 1, max: 1, computed: 'count + 1' }),
    ];
    const found = check(scriptOf([stepOf('a', { fields, choices: to('e1') }), stepOf('e1')]));
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['computed_of_itself', '/steps/0/fields/2/computed'],
      ['field_limits', '/steps/0/fields/0/min'],
      ['duplicate_option', '/steps/0/fields/1/options/2/value'],
    ]);
  });

  it('have keys that conditions can ask for', () => {
    const steps = [
      stepOf('a', { fields: [fieldOf('type'), fieldOf('plan')], choices: to('e1') }),
      stepOf('e1'),
    ];
    const placeholders = [{ key: 'size', label: '', type: 'text' as const, example: '', fallback: '' }];
    const found = check(scriptOf(steps, { placeholders })).filter(({ code }) => code === 'reserved_key');
    expect(found.map(({ pointer, stepId, severity }) => [pointer, stepId, severity])).toEqual([
      ['/placeholders/0/key', null, 'error'],
      ['/steps/0/fields/0/key', 'a', 'error'],
    ]);
    const [placeholder] = found;
    expect(placeholder && findingMessage(placeholder, 'ja')).toBe(
      'キー「size」は条件式の予約語のため使えません。別のキーにしてください。',
    );
  });

  it('warns of personal data that is not marked and of card numbers', () => {
    const fields = [
      fieldOf('tel', { label: '電話番号', type: 'tel' }),
      fieldOf('card', { label: 'カード番号', personal: true }),
    ];
    expect(codes(scriptOf([stepOf('a', { fields, choices: to('e1') }), stepOf('e1')]))).toEqual([
      'personal_field@a',
      'card_number_field@a',
    ]);
  });

  it('warns of personal numbers that are not masked, and leaves names to the author', () => {
    const fields = [
      fieldOf('tel', { label: '電話番号', type: 'tel', personal: true }),
      fieldOf('age', { label: '年齢', type: 'number', personal: true }),
      fieldOf('member', { label: '会員番号', personal: true }),
      fieldOf('contract_no', { label: 'Contract number', personal: true }),
      fieldOf('name', { label: 'お名前', personal: true }),
      fieldOf('hidden', { label: '携帯', type: 'tel', personal: true, mask: 'last4' }),
      fieldOf('score', { label: '満足度', type: 'number' }),
    ];
    const found = check(scriptOf([stepOf('a', { fields, choices: to('e1') }), stepOf('e1')]));
    expect(found.map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual(
      [0, 1, 2, 3].map((index) => ['unmasked_field', `/steps/0/fields/${index}/mask`, 'warning']),
    );
  });

  it('are reported in the language of the reader', () => {
    const [found] = check(scriptOf([stepOf('a')]));
    if (found === undefined) throw new Error('a dead end');
    expect(found.message).toBe('“題a” has no way on. Add a choice, or make it an end.');
    expect(findingMessage(found, 'ja')).toBe(
      '「題a」から先へ進む分岐がありません。終話でなければ分岐を追加してください。',
    );
    expect(findingMessage({ ...found, code: 'future' }, 'ja')).toBe(found.message);
  });
});

it('points into the document and finds nothing wrong with the shape of any readable draft', () => {
  fc.assert(
    fc.property(randomScript, (script) => {
      for (const { pointer, code } of check(script)) {
        expect(code).not.toBe('bad_content');
        const parent = pointer.split('/').slice(1, -1);
        const place = parent.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], script);
        expect(place, pointer).toBeDefined();
      }
    }),
    { numRuns: 60 },
  );
});
