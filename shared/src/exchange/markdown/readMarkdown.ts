import type { Heading, Root, RootContent } from './nodes.ts';
import { emptyContent } from '../../script/contentText.ts';
import type { Placeholder } from '../../script/schema.ts';
import { Key, PlaceholderType, StepKind } from '../../script/schema.ts';
import { assemble, unreadable } from '../assemble.ts';
import type { ReadFile, ReadingOptions } from '../assemble.ts';
import { Problems, quoted } from '../problem.ts';
import type { RawGroup, RawScript, RawStep } from '../raw.ts';
import { fileWords, markOf, nameOf, valueOfMark } from '../words.ts';
import type { MarkName } from '../words.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { readMarked } from './readInline.ts';
import type { Marked } from './readInline.ts';
import { readChoiceItem, readItems } from './readItems.ts';
import type { TitledStep } from './readItems.ts';
import { readStepBlock } from './readStep.ts';

/** How deep quotes and lists may stand in each other; the parser's work grows with its square. */
const deepest = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){13}/mu;
/** Runs of signs that pair up with each other. */
const longestRun = /[*_[\]`!<]{200}/u;

/**
 * Reads a Markdown outline: what `writeMarkdown` writes without loss, and what a person types (headings and lists) as well as it
 * goes. Never throws; what cannot be taken in is among the problems, with its line.
 */
export function readMarkdown(text: string, options: ReadingOptions): ReadFile {
  const problems = new Problems();
  if (deepest.test(text) || longestRun.test(text)) {
    problems.error('nested_too_deep');
    return unreadable(problems);
  }
  return assemble(readRoot(parseMarkdown(text), problems), problems, options);
}

interface Reading {
  raw: RawScript;
  problems: Problems;
  levels: Levels;
  /** Every heading that may be a step: choices name those further down too. */
  headings: readonly TitledStep[];
  /** Where what comes next belongs. */
  group: RawGroup | null;
  step: RawStep | null;
  section: 'interrupts' | 'placeholders' | null;
}

function readRoot(root: Root, problems: Problems): RawScript {
  const headings = root.children.filter((node): node is Heading => node.type === 'heading');
  const plain = !headings.some((heading) => readMarked(heading.children).codes.length > 0);
  const levels = levelsOf(headings, plain);
  const raw: RawScript = {
    title: '',
    language: null,
    examplesLeftOut: false,
    plain,
    groups: [],
    steps: [],
    placeholders: [],
    interrupts: [],
  };
  const reading: Reading = {
    raw,
    problems,
    levels,
    headings: headings.flatMap((heading) => {
      const marked = readMarked(heading.children);
      const isStep = heading.depth === levels.step || kindOf(marked) !== null;
      return isStep ? [headOf(marked, plain)] : [];
    }),
    group: null,
    step: null,
    section: null,
  };
  for (const node of root.children) {
    if (node.type === 'heading') readHeading(reading, node);
    else readBlock(reading, node);
  }
  return raw;
}

interface Levels {
  title: number;
  step: number;
}

/** A written outline has its title at 1, groups at 2, steps at 3. A typed one may do with fewer. */
function levelsOf(headings: readonly Heading[], plain: boolean): Levels {
  if (!plain) return { title: 1, step: 3 };
  const depths = headings.map(({ depth }) => depth);
  const top = Math.min(...depths);
  const single = depths.filter((depth) => depth === top).length === 1 && depths.length > 1;
  const title = single ? top : top - 1;
  const deeper = [...new Set(depths.filter((depth) => depth > title))].sort();
  return { title, step: deeper[1] ?? deeper[0] ?? title + 1 };
}

function readHeading(reading: Reading, node: Heading): void {
  const { raw, levels } = reading;
  const marked = readMarked(node.children);
  const kind = kindOf(marked);
  if (node.depth === levels.title && kind === null) {
    raw.title = marked.text.trim();
    const language = markOf(marked.codes[0] ?? '', ['ja', 'en']);
    raw.language = language === 'ja' || language === 'en' ? language : null;
    raw.examplesLeftOut = marked.codes.some((code) => markOf(code, ['noExamples']) !== null);
  } else if (node.depth < levels.step && kind === null) readGroup(reading, marked);
  else if (node.depth > levels.step && kind === null)
    readBlock(reading, { type: 'paragraph', children: node.children, ...position(node) });
  else beginStep(reading, node, marked, kind);
}

function kindOf({ codes }: Marked): StepKind | null {
  return (
    codes.flatMap(
      (each) => nameOf(each, StepKind.options, (language) => fileWords[language].kind) ?? [],
    )[0] ?? null
  );
}

function readGroup(reading: Reading, { codes, text }: Marked): void {
  const mark = markOf(codes[0] ?? '', ['noGroup', 'placeholders', 'interrupts']);
  reading.step = null;
  reading.group = null;
  reading.section = mark === 'placeholders' || mark === 'interrupts' ? mark : null;
  if (mark !== null) return;
  const typed = reading.raw.plain ? markOf(text, ['placeholders', 'interrupts']) : null;
  if (typed === 'placeholders' || typed === 'interrupts') {
    reading.section = typed;
    return;
  }
  const colour = codes.flatMap((each) => valueOfMark(each, ['colour'])?.value ?? [])[0] ?? null;
  const group: RawGroup = { id: idOf(codes), title: text, colour };
  reading.raw.groups.push(group);
  reading.group = group;
}

/** A typed title may bring its number along. */
function headOf({ codes, text }: Marked, plain: boolean): TitledStep & { number: string | null } {
  const id = idOf(codes);
  const title = codes.length === 0 ? text.trim() : text;
  const numbered = plain ? /^(\d{1,6})[.．、)）\s]\s*(.+)$/u.exec(title) : null;
  return { id, title: numbered?.[2] ?? title, number: numbered?.[1] ?? null };
}

function beginStep(reading: Reading, node: Heading, marked: Marked, kind: StepKind | null): void {
  const { raw, problems } = reading;
  const line = lineOf(node);
  const { id, title, number } = headOf(marked, raw.plain);
  const has = (mark: MarkName): boolean => marked.codes.some((each) => markOf(each, [mark]) !== null);
  if (title.length > 200) problems.error('too_long', { line, values: { what: quoted(title), most: '200' } });
  const step: RawStep = {
    line,
    id,
    number,
    kind,
    title: title.slice(0, 200),
    group: reading.group,
    start: has('start'),
    mustRead: has('mustRead'),
    hold: has('hold'),
    say: emptyContent,
    do: emptyContent,
    caution: emptyContent,
    gates: [],
    fields: [],
    choices: [],
    jump: null,
    page: null,
    outcome: null,
  };
  raw.steps.push(step);
  reading.step = step;
  reading.section = null;
}

function readBlock(reading: Reading, node: RootContent): void {
  const { raw, problems, section, step, headings } = reading;
  const line = lineOf(node);
  if (section !== null) {
    if (node.type !== 'list') return;
    if (section === 'interrupts')
      raw.interrupts.push(...node.children.flatMap((item) => readChoiceItem(item, problems, headings) ?? []));
    else raw.placeholders.push(...readPlaceholders(node, problems));
    return;
  }
  if (node.type === 'definition' || node.type === 'thematicBreak') return;
  if (step === null) {
    if (raw.steps.length === 0 && raw.groups.length === 0) return;
    problems.warn('text_before_step', { line });
    return;
  }
  readStepBlock(step, node, { problems, line, marked: step.kind !== null, steps: headings });
}

function readPlaceholders(
  list: Extract<RootContent, { type: 'list' }>,
  problems: Problems,
): RawScript['placeholders'] {
  return readItems(list, problems).flatMap(({ codes, text, line, nested }) => {
    const key = Key.safeParse(codes[0] ?? '');
    if (!key.success) {
      problems.error('bad_key', { line, values: { key: quoted(codes[0] ?? text) } });
      return [];
    }
    const type = nameOf(
      codes[1] ?? '',
      PlaceholderType.options,
      (language) => fileWords[language].placeholderType,
    );
    const valueOf = (name: 'example' | 'fallback'): string =>
      nested.find((item) => markOf(item.codes[0] ?? '', [name]) !== null)?.lines.slice(0, 500) ?? '';
    const placeholder: Placeholder = {
      key: key.data,
      label: text.slice(0, 200),
      type: type ?? 'text',
      example: valueOf('example'),
      fallback: valueOf('fallback'),
      ...(codes.slice(2).some((each) => markOf(each, ['input']) !== null) ? { input: true } : {}),
    };
    return [{ ...placeholder, line }];
  });
}

function idOf(codes: readonly string[]): string | null {
  return codes.flatMap((each) => /^#([A-Za-z0-9_-]{1,64})$/u.exec(each)?.[1] ?? [])[0] ?? null;
}

function position(node: RootContent) {
  return node.position === undefined ? {} : { position: node.position };
}

export function lineOf(node: { position?: { start: { line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}
