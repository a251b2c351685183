import { outlineSections, stepNumbers } from '../../script/outlineOrder.ts';
import type { Choice, Script, Step } from '../../script/schema.ts';
import type { CalledScript, WrittenFile } from '../assemble.ts';
import { columnNames, fileWords } from '../words.ts';
import type { ColumnName, FileWords, Language } from '../words.ts';
import { oneLine, writeCell } from './cells.ts';
import { writeField } from './fields.ts';
import { joinParts } from './parts.ts';

type Row = Partial<Record<ColumnName, string>>;

/**
 * A script as a table (docs/formats/table.md): a header, the script itself, one row per step and choice in outline order, then
 * side topics and placeholders. `language` is that of the header and of the words; the reader takes either.
 */
export function writeTable(
  script: Script,
  calls: readonly CalledScript[],
  language: Language,
  { examplesLeftOut = false }: Partial<WrittenFile> = {},
): string[][] {
  const words = fileWords[language];
  const writer: Writer = {
    script,
    words,
    numbers: stepNumbers(outlineSections(script)),
    titles: new Map(script.steps.map(({ id, title }) => [id, oneLine(title)])),
    calls: new Map(calls.map(({ id, title }) => [id, title])),
  };
  const rows: Row[] = [
    {
      kind: words.mark.script,
      title: script.title,
      marks: [words.mark[script.language], ...(examplesLeftOut ? [words.mark.noExamples] : [])].join(
        comma(words),
      ),
    },
    ...outlineSections(script).flatMap(({ group, steps }) =>
      steps.flatMap((step) => stepRows(writer, step, group?.title ?? '')),
    ),
    ...script.interrupts.map((each): Row => ({
      kind: words.mark.interrupt,
      ...choiceCells(writer, { ...each, when: null }),
    })),
    ...script.placeholders.map(({ key, label, type, example, fallback, input }): Row => ({
      kind: words.mark.placeholder,
      title: oneLine(label),
      say: example,
      do: fallback,
      fields: joinParts(
        [key, words.placeholderType[type], ...(input === true ? [words.mark.input] : [])],
        ' | ',
      ),
    })),
  ];
  return [
    columnNames.map((name) => words.column[name]),
    ...rows.map((row) => columnNames.map((name) => row[name] ?? '')),
  ];
}

interface Writer {
  script: Script;
  words: FileWords;
  numbers: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, string>;
  calls: ReadonlyMap<string, string>;
}

function stepRows(writer: Writer, step: Step, group: string): Row[] {
  const { words, script, numbers } = writer;
  const { mark } = words;
  const [first, ...others] = step.choices;
  const marks = [
    ...(script.start === step.id ? [mark.start] : []),
    ...(step.mustRead ? [mark.mustRead] : []),
    ...(step.hold ? [mark.hold] : []),
  ];
  const row: Row = {
    number: String(numbers.get(step.id) ?? ''),
    group: oneLine(group),
    kind: words.kind[step.kind],
    title: oneLine(step.title),
    say: writeCell(step.say, words),
    do: writeCell(step.do, words),
    caution: writeCell(step.caution, words),
    fields: step.fields.map((field) => writeField(field, words)).join('\n'),
    gates: step.gates.map(({ label }) => oneLine(label)).join('\n'),
    ...(first === undefined ? {} : choiceCells(writer, first)),
    outcome: oneLine(step.outcome ?? ''),
    call: step.jump === null ? '' : callCell(writer, step.jump),
    page: step.page === undefined ? '' : pageCell(step.page),
    marks: marks.join(comma(words)),
    id: step.id,
  };
  const number = row.number ?? '';
  return [row, ...others.map((choice): Row => ({ number, ...choiceCells(writer, choice), id: step.id }))];
}

function comma(words: FileWords): string {
  return words === fileWords.ja ? '、' : ', ';
}

function choiceCells({ numbers, titles }: Writer, { id, label, to, when }: Choice): Row {
  const target = to === null ? '' : `${numbers.get(to) ?? ''} ${titles.get(to) ?? ''}`.trim();
  return { choice: oneLine(label), to: target, when: oneLine(when ?? ''), choiceId: id };
}

function callCell({ calls, words }: Writer, jump: NonNullable<Step['jump']>): string {
  const { mark } = words;
  return [
    `${oneLine(calls.get(jump.scriptId) ?? '')} #${jump.scriptId}`.trim(),
    ...(jump.inputs ?? []).map(({ key, from }) => `${mark.give} ${key} = ${oneLine(from)}`),
    ...(jump.outputs ?? []).map(({ key, to }) => `${mark.take} ${key} = ${oneLine(to)}`),
  ].join('\n');
}

function pageCell({ url, title, fallback }: NonNullable<Step['page']>): string {
  return joinParts([title, url, fallback], ' | ');
}
