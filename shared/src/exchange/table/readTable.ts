import { Key, PlaceholderType, StepKind } from '../../script/schema.ts';
import { assemble, unreadable, isBare, isId, readCondition } from '../assemble.ts';
import type { ReadFile, ReadingOptions } from '../assemble.ts';
import { readHanded } from '../handed.ts';
import { Problems, quoted } from '../problem.ts';
import type { ProblemCode } from '../problem.ts';
import type { RawChoice, RawGroup, RawScript, RawStep } from '../raw.ts';
import { fileWords, foldWord, markOf, nameOf } from '../words.ts';
import type { ColumnName, MarkName } from '../words.ts';
import { oneLine, readCell } from './cells.ts';
import { readField } from './fields.ts';
import { readHeader } from './header.ts';
import type { Header } from './header.ts';
import { splitParts } from './parts.ts';

const mostRows = 10_000;
const mostSteps = 1_000;
/** Characters of one cell; a spreadsheet's own limit. */
const mostCell = 32_767;

/**
 * Reads a table with a header row, as `writeTable` writes it or as a person fills it in: of the columns only the title is asked for. A row
 * with an error is left out and said, with its number and column. Never throws.
 */
export function readTable(rows: readonly (readonly string[])[], options: ReadingOptions): ReadFile {
  const problems = new Problems();
  const failed = (code: ProblemCode, values = {}): ReadFile => {
    problems.error(code, { values });
    return unreadable(problems);
  };
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) return failed('empty_file');
  if (rows.length > mostRows) return failed('too_many_rows', { most: String(mostRows) });
  const header = readHeader(rows, problems);
  if (header === null) return failed('no_header');
  const raw = readRows(rows, header, problems);
  if (raw.steps.length > mostSteps) return failed('too_many_steps', { most: String(mostSteps) });
  return assemble(raw, problems, options);
}

interface Reading {
  raw: RawScript;
  problems: Problems;
  step: RawStep | null;
  /** The ids and numbers that steps have, left out ones too: further rows of theirs follow. */
  known: Set<string>;
  /** The step whose first row was left out; its further rows are as well. */
  skipped: string | null;
}

function readRows(rows: readonly (readonly string[])[], header: Header, problems: Problems): RawScript {
  const raw: RawScript = {
    title: '',
    language: null,
    examplesLeftOut: false,
    plain: false,
    groups: [],
    steps: [],
    placeholders: [],
    interrupts: [],
  };
  const reading: Reading = { raw, problems, step: null, known: new Set(), skipped: null };
  rows.forEach((cells, index) => {
    if (index <= header.row || cells.every((cell) => cell.trim() === '')) return;
    readRow(reading, rowOf(cells, header, index + 1, problems));
  });
  return raw;
}

/** One row by the names of its columns. */
interface Row {
  line: number;
  at: (column: ColumnName) => string;
  /** What the file calls a column. */
  name: (column: ColumnName) => string;
  /** A cell is longer than anything may be. */
  broken: boolean;
}

function rowOf(cells: readonly string[], header: Header, line: number, problems: Problems): Row {
  const place = (column: ColumnName): number => header.columns.get(column) ?? -1;
  const name = (column: ColumnName): string => header.names.get(column) ?? '';
  const long = [...header.columns].find(([, index]) => (cells[index] ?? '').length > mostCell);
  if (long !== undefined)
    problems.error('too_long', { line, column: name(long[0]), values: { most: String(mostCell) } });
  return { line, name, at: (column) => cells[place(column)] ?? '', broken: long !== undefined };
}

function readRow(reading: Reading, row: Row): void {
  if (row.broken) return;
  const mark = markOf(row.at('kind'), ['script', 'placeholder', 'interrupt']);
  if (mark === 'script') readScriptRow(reading, row);
  else if (mark === 'placeholder') readPlaceholder(reading, row);
  else if (mark === 'interrupt') {
    const choice = readChoice(reading, row);
    if (choice !== null) reading.raw.interrupts.push(choice);
  } else if (isFurtherRow(reading, row)) readFurtherRow(reading, row);
  else readStep(reading, row);
}

function readScriptRow({ raw }: Reading, row: Row): void {
  raw.title = oneLine(row.at('title'));
  for (const word of row.at('marks').split(/[、,]/u)) {
    const mark = markOf(word, ['ja', 'en', 'noExamples']);
    if (mark === 'ja' || mark === 'en') raw.language = mark;
    raw.examplesLeftOut ||= mark === 'noExamples';
  }
}

/** Another choice of the step above: the same id or number again, or neither and nothing else of a step. */
function isFurtherRow({ step, skipped }: Reading, row: Row): boolean {
  if (row.at('kind').trim() !== '' || row.at('title').trim() !== '') return false;
  const id = row.at('id').trim();
  const number = row.at('number').trim();
  if (id !== '') return id === (step?.id ?? skipped);
  if (number !== '') return number === (step?.number ?? skipped);
  return (
    (step !== null || skipped !== null) && (row.at('choice').trim() !== '' || row.at('to').trim() !== '')
  );
}

function readFurtherRow(reading: Reading, row: Row): void {
  if (reading.step === null) return;
  const choice = readChoice(reading, row);
  if (choice !== null) reading.step.choices.push(choice);
}

function readStep(reading: Reading, row: Row): void {
  const { raw, problems, known } = reading;
  const { line, at, name } = row;
  const id = at('id').trim() === '' ? null : at('id').trim();
  const number = at('number').normalize('NFKC').trim().replace(/\.0*$/u, '') || null;
  const before = problems.list.length;
  const step: RawStep = {
    line,
    id,
    number,
    kind: readKind(row, problems),
    title: limited(oneLine(at('title')), 200, row, 'title', problems),
    group: groupOf(raw, oneLine(at('group'))),
    ...marksOf(at('marks')),
    say: readCell(at('say')),
    do: readCell(at('do')),
    caution: readCell(at('caution')),
    gates: lines(at('gates')).map((label) => ({
      id: null,
      label: limited(label, 200, row, 'gates', problems),
    })),
    fields: fieldsOf(row, problems),
    choices: [],
    jump: readCall(at('call')),
    page: readPage(at('page')),
    outcome: limited(oneLine(at('outcome')), 100, row, 'outcome', problems) || null,
  };
  const choice = readChoice(reading, row);
  if (choice !== null) step.choices.push(choice);
  if (isBare(step)) problems.error('no_content', { line, column: name('title') });
  if (id !== null && !isId(id))
    problems.error('bad_value', { line, column: name('id'), values: { detail: quoted(id) } });
  if (id !== null && known.has(`id ${id}`))
    problems.error('duplicate_id', { line, column: name('id'), values: { id: quoted(id) } });
  if (number !== null && known.has(`number ${number}`))
    problems.error('duplicate_number', { line, column: name('number'), values: { number } });
  if (id !== null) known.add(`id ${id}`);
  if (number !== null) known.add(`number ${number}`);
  const wrong = problems.list.slice(before).some(({ severity }) => severity === 'error');
  reading.step = wrong ? null : step;
  reading.skipped = wrong ? (id ?? number ?? '') : null;
  if (!wrong) raw.steps.push(step);
}

function readKind({ at, line, name }: Row, problems: Problems): StepKind | null {
  const text = at('kind').trim();
  if (text === '') return null;
  const kind = nameOf(text, StepKind.options, (language) => fileWords[language].kind);
  if (kind === null)
    problems.error('unknown_kind', { line, column: name('kind'), values: { kind: quoted(text) } });
  return kind;
}

/** Groups go by their titles. */
function groupOf(raw: RawScript, title: string): RawGroup | null {
  if (title === '') return null;
  const known = raw.groups.find((group) => foldWord(group.title) === foldWord(title));
  if (known !== undefined) return known;
  const group = { id: null, title: title.slice(0, 200), colour: null };
  raw.groups.push(group);
  return group;
}

function marksOf(cell: string): Pick<RawStep, 'start' | 'mustRead' | 'hold'> {
  const words = cell.split(/[、,，\n]/u);
  const has = (mark: MarkName): boolean => words.some((word) => markOf(word, [mark]) !== null);
  return { start: has('start'), mustRead: has('mustRead'), hold: has('hold') };
}

function fieldsOf(row: Row, problems: Problems): RawStep['fields'] {
  return lines(row.at('fields')).flatMap((text) => {
    const read = readField(text);
    if ('field' in read) return [read.field];
    problems.error('bad_field', {
      line: row.line,
      column: row.name('fields'),
      values: { what: quoted(read.wrong) },
    });
    return [];
  });
}

function readChoice({ problems }: Reading, row: Row): RawChoice | null {
  const { at, line, name } = row;
  const label = oneLine(at('choice'));
  const target = oneLine(at('to'));
  const id = at('choiceId').trim();
  if (label === '' && target === '' && id === '') return null;
  const before = problems.list.length;
  const choice: RawChoice = {
    id: isId(id) ? id : null,
    label: limited(label, 200, row, 'choice', problems),
    to: target === '' ? null : { id: null, text: target },
    when: readCondition(oneLine(at('when')), problems, { line, column: name('when') }),
    line,
  };
  return problems.list.slice(before).some(({ severity }) => severity === 'error') ? null : choice;
}

function readPlaceholder({ raw, problems }: Reading, row: Row): void {
  const { at, line, name } = row;
  const [key = '', type = '', ...flags] = splitParts(oneLine(at('fields')), '|');
  if (!Key.safeParse(key).success) {
    problems.error('bad_key', { line, column: name('fields'), values: { key: quoted(key) } });
    return;
  }
  const known = nameOf(type, PlaceholderType.options, (language) => fileWords[language].placeholderType);
  raw.placeholders.push({
    key,
    label: limited(oneLine(at('title')), 200, row, 'title', problems),
    type: known ?? 'text',
    example: limited(at('say'), 500, row, 'say', problems),
    fallback: limited(at('do'), 500, row, 'do', problems),
    ...(flags.some((flag) => markOf(flag, ['input']) !== null) ? { input: true as const } : {}),
    line,
  });
}

function readCall(cell: string): RawStep['jump'] {
  const [first, ...handed] = lines(cell);
  if (first === undefined) return null;
  const match = /^(.*?)\s*#([A-Za-z0-9_-]{1,64})$/u.exec(first);
  return { scriptId: match?.[2] ?? null, title: match?.[1] ?? first, ...readHanded(handed) };
}

function readPage(cell: string): RawStep['page'] {
  if (cell.trim() === '') return null;
  const [title = '', url = '', fallback = ''] = splitParts(oneLine(cell), '|');
  return { title: title.slice(0, 200), url: url.slice(0, 2_000), fallback: fallback.slice(0, 2_000) };
}

function lines(cell: string): string[] {
  return cell
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function limited(text: string, most: number, row: Row, column: ColumnName, problems: Problems): string {
  if (text.length > most) {
    problems.error('too_long', {
      line: row.line,
      column: row.name(column),
      values: { what: quoted(text), most: String(most) },
    });
  }
  return text.slice(0, most);
}
