import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StepDiff } from '../version.ts';
import type { DiffOp } from '../version.ts';
import { contentOf } from './contentText.ts';
import { diffScripts } from './diff.ts';
import { diffText, tokensOf } from './diffText.ts';
import { randomScript } from './draft/randomScript.fixture.ts';
import type { Content } from './content.ts';
import type { Script, Step } from './schema.ts';
import { fieldOf, scriptOf, stepOf, to } from './script.fixture.ts';

const shown = (ops: readonly DiffOp[]): string =>
  ops.map(([kind, text]) => (kind === '=' ? text : `[${kind}${text}]`)).join('');
const side = (ops: readonly DiffOp[], kinds: string): string =>
  ops.flatMap(([kind, text]) => (kinds.includes(kind) ? [text] : [])).join('');

describe('the difference of two texts', () => {
  it('is told in words, placeholders whole, without tiny islands', () => {
    const before =
      'お電話ありがとうございます。〇〇カード会社の担当{{agent.name}}でございます。ご用件でしょうか。';
    const after =
      'お電話いただきありがとうございます。〇〇カードサポートセンターの{{agent.name}}が承ります。ご用件でいらっしゃいますか。';
    const text = shown(diffText(before, after));
    expect(text).toContain('お電話[+いただき]ありがとうございます。〇〇カード');
    expect(text).toContain('{{agent.name}}');
    expect(text).not.toContain('し[-');
    expect(tokensOf('私は{{agent.name}}です')).toContain('{{agent.name}}');
  });

  it('keeps unchanged lines whole', () => {
    expect(shown(diffText('一行目\n二行目\n三行目', '一行目\n三行目'))).toBe('一行目[-\n二行目]\n三行目');
    expect(shown(diffText('二行目', '一行目\n二行目'))).toBe('[+一行目\n]二行目');
    expect(diffText('同じ', '同じ')).toEqual([['=', '同じ']]);
    expect(diffText('', '新')).toEqual([['+', '新']]);
  });

  it('always holds both texts in full', () => {
    const text = fc
      .array(fc.constantFrom('あ', '解約', '\n', '{{a.b}}', 'です', 'x', '。', '𠮷'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const ops = diffText(before, after);
        expect(side(ops, '=-')).toBe(before);
        expect(side(ops, '=+')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the difference of two scripts', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id, index, all) =>
    stepOf(id, { choices: to(all[index + 1] ?? 'e1') }),
  );
  const base = scriptOf([...steps, stepOf('e1')]);

  it('is empty for a script and itself, and for places on the map', () => {
    const elsewhere = base.steps.map((step) => ({ ...step, position: { x: 5, y: 5 } }));
    expect(diffScripts(base, { ...base, steps: elsewhere })).toEqual([]);
  });

  it('tells moved steps from changed ones, and only the one that left the order', () => {
    const [a, b, c, d, e] = base.steps;
    const reordered = [b, c, d, a, e].flatMap((step) => step ?? []);
    const changed = reordered.map((step) => (step.id === 'c' ? { ...step, say: contentOf('別の文') } : step));
    expect(diffScripts(base, { ...base, steps: changed }).map(({ id, change }) => [id, change])).toEqual([
      ['c', 'changed'],
      ['a', 'moved'],
    ]);
  });

  it('shows what was added and removed, in place', () => {
    const without = base.steps.filter(({ id }) => id !== 'b');
    const diff = diffScripts(base, { ...base, steps: [...without, stepOf('n', { say: '新しい' })] });
    expect(diff.map(({ id, change }) => `${id} ${change}`)).toEqual(['a changed', 'b removed', 'n added']);
    expect(diff[2]?.parts).toContainEqual({ part: 'say', ops: [['+', '新しい']] });
  });

  it('shows a changed target by the names of the steps', () => {
    const retargeted = base.steps.map((step) =>
      step.id === 'a' ? { ...step, choices: [{ ...to('c')[0], label: 'bへ' }] } : step,
    );
    const [diff] = diffScripts(base, { ...base, steps: retargeted as typeof base.steps });
    expect(shown(diff?.parts.find(({ part }) => part === 'choices')?.ops ?? [])).toBe('bへ → 題[-b][+c]');
  });

  it('leaves a renamed step out of the changes of what leads to it', () => {
    const renamed = base.steps.map((step) => (step.id === 'b' ? { ...step, title: '新しい名' } : step));
    expect(diffScripts(base, { ...base, start: 'a', steps: renamed })).toMatchObject([
      { id: 'b', change: 'changed', parts: [{ part: 'title' }] },
    ]);
  });

  it('reports a change of marks alone as format', () => {
    const say: Content = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'aでございます。', marks: [{ type: 'bold' }] }],
        },
      ],
    };
    const bold = base.steps.map((step) => (step.id === 'a' ? { ...step, say } : step));
    expect(diffScripts(base, { ...base, steps: bold })).toMatchObject([
      { id: 'a', parts: [{ part: 'format' }] },
    ]);
  });

  it('puts start, placeholders and interrupts under the empty id', () => {
    const placeholders = [
      { key: 'customer.name', label: 'お客様名', type: 'text' as const, example: '', fallback: '' },
    ];
    const diff = diffScripts(base, {
      ...base,
      start: 'b',
      placeholders,
      interrupts: [{ id: 'i', label: '責任者を', to: 'd' }],
    });
    expect(diff).toMatchObject([{ id: '', title: '', change: 'changed' }]);
    expect(diff[0]?.parts.map(({ part, ops }) => `${part}: ${shown(ops)}`)).toEqual([
      'start: 題[-a][+b]',
      'placeholders: [+{{customer.name}} お客様名 text]',
      'interrupts: [+責任者を → 題d]',
    ]);
  });

  it('covers fields', () => {
    const field = fieldOf('qty', { type: 'number', label: '数量', min: 1, max: 10, required: true });
    const withField = base.steps.map((step) => (step.id === 'a' ? { ...step, fields: [field] } : step));
    const [diff] = diffScripts(base, { ...base, steps: withField });
    expect(diff?.parts).toEqual([{ part: 'fields', ops: [['+', '数量 {qty} number 1–10 required']] }]);
  });

  describe('told to a reader', () => {
    const field = fieldOf('qty', {
      type: 'number',
      label: '数量',
      min: 1,
      max: 10,
      required: true,
      personal: true,
      mask: 'last4',
    });
    const patch = (id: string, change: Partial<Step>): Script => ({
      ...base,
      placeholders: [{ key: 'n', label: '回数', type: 'number', example: '3', fallback: '' }],
      steps: base.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
    });
    const partsOf = (from: Script, to: Script, language: 'ja' | 'en') =>
      diffScripts(from, to, { language, scriptTitles: new Map([['x1', '本人確認']]) }).flatMap(
        ({ id, parts }) => parts.map(({ part, ops }) => `${id} ${part}: ${shown(ops)}`),
      );

    it('names kinds, types, marks and conditions in the language of the reader', () => {
      const choices = [{ id: 'c1', label: 'はい', to: 'b', when: 'qty >= 10' }];
      const to = patch('a', { kind: 'question', mustRead: true, fields: [field], choices });
      const from = { ...to, steps: base.steps };
      expect(partsOf(from, to, 'ja')).toEqual([
        'a kind: [-トーク][+質問]',
        'a choices: [-bへ][+はい] → 題b[+ ［数量 ≥ 10 のとき］]',
        'a fields: [+数量（qty）：数値、1〜10、必須、個人情報、末尾4文字以外は伏せ字]',
        'a mustRead: [-オフ][+オン]',
      ]);
      expect(partsOf(from, to, 'en')).toContain(
        'a fields: [+数量 (qty): Number, 1–10, required, personal data, masked but the last 4]',
      );
    });

    it('names called scripts by title, and what goes in and comes back', () => {
      const jump = {
        scriptId: 'x1',
        inputs: [{ key: 'count', from: 'n + 1' }],
        outputs: [{ key: 'ok', to: 'n' }],
      };
      const to = patch('a', { kind: 'jump', jump });
      expect(partsOf({ ...to, steps: base.steps }, to, 'ja')).toContain(
        'a jump: [+本人確認\n渡す値：count ← 回数 + 1\n受け取る値：回数 ← ok]',
      );
    });

    it('tells what belongs to the whole script in words', () => {
      const to = {
        ...patch('a', {}),
        language: 'en' as const,
        groups: [{ id: 'g', title: '受付', colour: '#0f766e' }],
      };
      expect(partsOf(base, to, 'ja')).toEqual([
        ' language: [-日本語][+英語]',
        ' placeholders: [+回数（n）：数値、例 3]',
        ' groups: [+受付]',
      ]);
    });

    it('shows what is stored where the words are the same', () => {
      const one = { ...base, groups: [{ id: 'g', title: '受付', colour: '#0f766e' }] };
      const other = { ...base, groups: [{ id: 'g', title: '受付', colour: '#1d4ed8' }] };
      expect(partsOf(one, other, 'ja')[0]).toContain('#');
    });
  });

  it('is well formed for any two scripts, and empty only for equal ones', () => {
    fc.assert(
      fc.property(randomScript, randomScript, (from, to) => {
        for (const diff of diffScripts(from, to)) StepDiff.parse(diff);
        expect(diffScripts(from, from)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
