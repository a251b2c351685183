import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../script/contentText.ts';
import { randomScript } from '../../script/draft/randomScript.fixture.ts';
import type { Script } from '../../script/schema.ts';
import { templates } from '../../templates/catalogue.ts';
import { asMarkdownHolds, readingOptions } from '../roundTrip.fixture.ts';
import { readMarkdown } from './readMarkdown.ts';
import { writeMarkdown } from './writeMarkdown.ts';

function again(script: Script): Script | null {
  const options = readingOptions(script);
  const { script: read } = readMarkdown(writeMarkdown(script, options.calls), options);
  return read === null
    ? null
    : { ...read, steps: read.steps.map((step) => ({ ...step, position: { x: 0, y: 0 } })) };
}

describe('a script written as Markdown and read again', () => {
  it.each(
    templates.flatMap(({ id, scripts }) =>
      [scripts.ja, scripts.en].map((script) => ({ id, language: script.language, script })),
    ),
  )('is the template $id in $language', ({ script }) => {
    expect(again(script)).toEqual(asMarkdownHolds(script));
  });

  it('is any script, in all that the form can hold', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScript, (script) => {
        fc.pre(script.steps.length > 0);
        const read = again(script);
        const known = new Set(script.placeholders.map(({ key }) => key));
        const whole =
          read === null
            ? null
            : { ...read, placeholders: read.placeholders.filter(({ key }) => known.has(key)) };
        expect(whole).toEqual(asMarkdownHolds(script));
      }),
      { numRuns: 25 },
    );
  });
});

describe('an outline that a person typed', () => {
  const options = { ...readingOptions(templates[0]?.scripts.ja ?? ({} as Script)), calls: [] };

  it('becomes steps, choices and texts', () => {
    const { script, problems } = readMarkdown(
      [
        '# カード紛失受付',
        '',
        '## 受付',
        '### 名乗り',
        'お電話ありがとうございます。',
        '',
        '注意：カード番号は聞かない',
        '',
        '- はい → 本人確認',
        '- いいえ -> 終話',
        '',
        '### 本人確認',
        '- 入力：お名前（必須）',
        '- 生年月日を伺う',
        '',
        '### 終話',
        '失礼いたします。',
      ].join('\n'),
      options,
    );
    expect(problems.map(({ code }) => code)).toEqual(['leads_on']);
    expect(script?.title).toBe('カード紛失受付');
    expect(script?.groups.map(({ title }) => title)).toEqual(['受付']);
    const [greeting, identity, end] = script?.steps ?? [];
    expect(greeting?.kind).toBe('question');
    expect(textOf(greeting?.caution ?? { type: 'doc' })).toBe('カード番号は聞かない');
    expect(greeting?.choices.map(({ label, to }) => [label, to])).toEqual([
      ['はい', identity?.id],
      ['いいえ', end?.id],
    ]);
    expect(identity?.fields).toMatchObject([{ label: 'お名前', key: 'field_1', required: true }]);
    expect(textOf(identity?.say ?? { type: 'doc' })).toBe('生年月日を伺う');
    expect(identity?.choices.map(({ to }) => to)).toEqual([end?.id]);
    expect(end?.kind).toBe('end');
  });

  it('is told which line names a step that is not there', () => {
    const { problems } = readMarkdown(
      '# 題\n\n## 一\n\n- はい → どこか\n- いいえ → 二\n\n## 二\n\n終わり',
      options,
    );
    expect(problems).toContainEqual({
      code: 'unknown_target',
      severity: 'warning',
      line: 5,
      column: null,
      values: { target: 'どこか' },
    });
  });

  it('is refused with one line when it is nested without end', () => {
    for (const text of [
      '>'.repeat(100_000),
      `${'*a '.repeat(5)}${'*'.repeat(50_000)}`,
      '['.repeat(100_000),
      '- '.repeat(50_000),
    ]) {
      const { script, problems } = readMarkdown(text, options);
      expect(script).toBeNull();
      expect(problems.map(({ code }) => code)).toEqual(['nested_too_deep']);
    }
  });
});
