import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../script/contentText.ts';
import { randomScript } from '../../script/draft/randomScript.fixture.ts';
import { outlineSections } from '../../script/outlineOrder.ts';
import type { Script, Step } from '../../script/schema.ts';
import { templates } from '../../templates/catalogue.ts';
import { readingOptions } from '../roundTrip.fixture.ts';
import { fileWords } from '../words.ts';
import { oneLine, writeCell } from './cells.ts';
import { readTable } from './readTable.ts';
import { writeTable } from './writeTable.ts';

/** A script as a table holds it: no ids of fields and checks, groups by title, texts without marks, labels of one line. */
function asTableHolds(script: Script, steps = outlineSections(script).flatMap((section) => section.steps)) {
  const titles = new Map(script.groups.map(({ id, title }) => [id, oneLine(title)]));
  return {
    title: oneLine(script.title) === '' ? 'ファイル名' : oneLine(script.title),
    language: script.language,
    start: script.start,
    placeholders: script.placeholders.map((each) => ({ ...each, label: oneLine(each.label) })),
    interrupts: script.interrupts.map((each) => ({ ...each, label: oneLine(each.label) })),
    steps: steps.map((step) => stepOf(step, titles)),
  };
}

function stepOf(step: Step, titles: ReadonlyMap<string, string>) {
  const group = titles.get(step.group ?? '') ?? '';
  return {
    ...step,
    title: oneLine(step.title),
    group: group === '' ? null : group,
    say: writeCell(step.say, fileWords.ja),
    do: writeCell(step.do, fileWords.ja),
    caution: writeCell(step.caution, fileWords.ja),
    gates: step.gates.map(({ label }) => oneLine(label)).filter((label) => label !== ''),
    fields: step.fields.map(({ id: _, label, options, ...field }) => ({
      ...field,
      label: oneLine(label),
      options: options
        ?.map((option) => ({ value: oneLine(option.value), label: oneLine(option.label) }))
        .filter(({ value, label: shown }) => value !== '' || shown !== ''),
    })),
    choices: step.choices.map((choice) => ({ ...choice, label: oneLine(choice.label) })),
    position: null,
  };
}

function again(script: Script, language: 'ja' | 'en') {
  const options = readingOptions(script);
  const { script: read } = readTable(writeTable(script, options.calls, language), options);
  const known = new Set(script.placeholders.map(({ key }) => key));
  return read === null
    ? null
    : asTableHolds(
        { ...read, placeholders: read.placeholders.filter(({ key }) => known.has(key)) },
        read.steps,
      );
}

describe('a script written as a table and read again', () => {
  it.each(
    templates.flatMap(({ id, scripts }) =>
      [scripts.ja, scripts.en].map((script) => ({ id, language: script.language, script })),
    ),
  )('is the template $id in $language, under headers of either language', ({ script }) => {
    expect(again(script, 'ja')).toEqual(asTableHolds(script));
    expect(again(script, 'en')).toEqual(asTableHolds(script));
  });

  it('is any script, in all that a table can hold', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScript, (script) => {
        // A row that says nothing at all is no step.
        fc.pre(script.steps.length > 0 && script.steps.every(({ title }) => oneLine(title) !== ''));
        expect(again(script, 'ja')).toEqual(asTableHolds(script));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table that a person filled in', () => {
  const options = {
    newId: ids(),
    calls: [{ id: 'part-1', title: '本人確認の部品' }],
    title: 'カード紛失',
    language: 'ja' as const,
  };

  it('needs no more than titles, texts and choices', () => {
    const { script, problems } = readTable(
      [
        ['カード紛失受付の台本'],
        ['番号', 'タイトル', '話す内容', '選択肢', '行き先', '入力項目'],
        ['1', '名乗り', '{{customer.name}}様、ご用件を伺います。', 'はい', '2', ''],
        ['', '', '', 'いいえ', '終話', ''],
        [
          '2',
          '本人確認',
          'お名前をお願いします。\n・生年月日\n・ご住所',
          '次へ',
          '終話',
          'お名前\n電話番号 | tel_no | 電話番号 | 必須',
        ],
        ['3', '終話', '失礼いたします。', '', '', ''],
      ],
      options,
    );
    expect(problems).toMatchObject([
      { code: 'placeholder_made', severity: 'warning', values: { key: 'customer.name' } },
    ]);
    const [greeting, identity, end] = script?.steps ?? [];
    expect(script?.title).toBe('カード紛失');
    expect([greeting?.kind, identity?.kind, end?.kind]).toEqual(['question', 'form', 'end']);
    expect(greeting?.choices.map(({ label, to }) => [label, to])).toEqual([
      ['はい', identity?.id],
      ['いいえ', end?.id],
    ]);
    expect(identity?.fields).toMatchObject([
      { key: 'field_1', type: 'text' },
      { key: 'tel_no', type: 'tel', required: true },
    ]);
    expect(textOf(identity?.say ?? { type: 'doc' })).toBe('お名前をお願いします。\n生年月日\nご住所');
  });

  it('leaves out rows with errors, each said with its row and column', () => {
    const { script, problems } = readTable(
      [
        ['種類', 'タイトル', '読む', '分岐', '移動先', 'ステップID'],
        ['トーク', '名乗り', 'はい', '次', '終話', 'a'],
        ['とーく？', '謎', '何か', '次', '終話', 'b'],
        ['', '', '', 'もう一つ', '終話', 'b'],
        ['トーク', 'あ'.repeat(201), '長い', '', '', 'c'],
        ['終話', '終話', '失礼', '', '', 'a'],
        ['終話', '終話', '失礼', '', '', 'd'],
      ],
      options,
    );
    expect(script?.steps.map(({ title }) => title)).toEqual(['名乗り', '終話']);
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['unknown_kind', 3, '種類'],
      ['too_long', 5, 'タイトル'],
      ['duplicate_id', 6, 'ステップID'],
    ]);
  });

  it('finds a called script by its title and says when it is not there', () => {
    const rows = (call: string) => [
      ['タイトル', '部品', '分岐', '移動先'],
      ['確認', call, '次', '終話'],
      ['終話', '', '', ''],
    ];
    expect(readTable(rows('本人確認の部品'), options).script?.steps[0]?.jump).toEqual({ scriptId: 'part-1' });
    const missing = readTable(rows('ない部品'), options);
    expect(missing.script?.steps[0]?.jump).toBeNull();
    expect(missing.problems).toMatchObject([
      { code: 'unknown_script', line: 2, values: { script: 'ない部品' } },
    ]);
  });

  it('is no table without a header, and none without rows', () => {
    expect(
      readTable(
        [
          ['あ', 'い'],
          ['う', 'え'],
        ],
        options,
      ).problems,
    ).toMatchObject([{ code: 'no_header', severity: 'error', line: null }]);
    expect(readTable([['タイトル', '読む']], options).problems).toMatchObject([{ code: 'no_steps' }]);
    expect(readTable([], options).problems).toMatchObject([{ code: 'empty_file' }]);
  });
});

function ids(): () => string {
  let number = 0;
  return () => `id-${(number += 1)}`;
}
