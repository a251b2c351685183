import type { List, ListItem, PhrasingContent } from './nodes.ts';
import { textOfParagraph } from '../../script/contentText.ts';
import { isId, readCondition } from '../assemble.ts';
import type { Problems } from '../problem.ts';
import type { RawChoice } from '../raw.ts';
import { foldWord, markOf, valueOfMark } from '../words.ts';
import { readMarked, readParagraph } from './readInline.ts';

/** A step by its heading; those further down count too. */
export interface TitledStep {
  id: string | null;
  title: string;
}

/** An item of a list with its marks, its first line and what is nested in it. */
export interface ReadItem {
  line: number;
  codes: string[];
  /** The text without marks. */
  text: string;
  /** The text after the first mark, with its line breaks. */
  lines: string;
  nodes: PhrasingContent[];
  nested: ReadItem[];
}

export function readItems(list: List, problems: Problems): ReadItem[] {
  return list.children.map((item) => readItem(item, problems));
}

export function readItem(item: ListItem, problems: Problems): ReadItem {
  const first = item.children.find((node) => node.type === 'paragraph');
  const nodes = first?.children ?? [];
  const line = item.position?.start.line ?? 1;
  const nested = item.children.flatMap((node) => (node.type === 'list' ? readItems(node, problems) : []));
  return { ...readMarked(nodes), lines: linesOf(nodes, problems, line), line, nodes, nested };
}

function linesOf(nodes: readonly PhrasingContent[], problems: Problems, line: number): string {
  const [first, second, ...rest] = nodes;
  if (first?.type !== 'inlineCode' || markOf(first.value, ['example', 'fallback']) === null) {
    return textOfParagraph(readParagraph(nodes, problems, line));
  }
  const begin: PhrasingContent[] =
    second?.type === 'text'
      ? [{ ...second, value: second.value.replace(/^ /u, '') }]
      : second === undefined
        ? []
        : [second];
  return textOfParagraph(readParagraph([...begin, ...rest], problems, line));
}

const idPair = /^([A-Za-z0-9_-]{1,64})→([A-Za-z0-9_-]{0,64})$/u;
const arrow = /\s*(?:→|⇒|➡|->|=>)\s*/u;

/** Whether an item is marked as a choice. */
export function isMarkedChoice({ codes }: Pick<ReadItem, 'codes'>): boolean {
  return codes.some((code) => idPair.test(code));
}

export function hasArrow(text: string): boolean {
  return arrow.test(text);
}

/** `はい → 本人確認`, with ids and a condition in backticks where there are any; null for an item that is no choice. */
export function readChoiceItem(
  item: ListItem,
  problems: Problems,
  steps: readonly TitledStep[],
): RawChoice | null {
  const { codes, text, line } = readItem(item, problems);
  const pair = codes.flatMap((code) => [idPair.exec(code)]).find((match) => match !== null);
  const when = codes.flatMap((code) => valueOfMark(code, ['when'])?.value ?? [])[0] ?? '';
  const condition = readCondition(when, problems, { line });
  if (pair === undefined) {
    const { label, target } = splitAtArrow(text);
    const to = target === '' ? null : { id: null, text: target };
    return { id: null, label: shortened(label, problems, line), to, when: condition, line };
  }
  const [, id = '', targetId = ''] = pair;
  const title = steps.find((step) => step.id === targetId)?.title;
  const { label, target } = splitMarked(text, targetId === '' ? '' : title);
  const to = targetId === '' && target === '' ? null : { id: isId(targetId) ? targetId : null, text: target };
  return { id, label: shortened(label, problems, line), to, when: condition, line };
}

/** The title beside an id tells where the label ends: both may hold arrows. */
function splitMarked(text: string, title: string | undefined): { label: string; target: string } {
  if (title !== undefined) {
    const end = title === '' ? '→' : `→ ${title}`;
    if (text === end) return { label: '', target: title };
    if (text.endsWith(` ${end}`)) return { label: text.slice(0, -end.length - 1), target: title };
  }
  return splitAtArrow(text);
}

function splitAtArrow(text: string): { label: string; target: string } {
  const parts = text.split(arrow);
  if (parts.length < 2) return { label: text.trim(), target: '' };
  const target = (parts.at(-1) ?? '').trim();
  const at = [...text.matchAll(new RegExp(arrow, 'gu'))].at(-1)?.index ?? text.length;
  return { label: text.slice(0, at).trim(), target };
}

/** Whether what stands behind the arrow is the title of a step. */
export function namesAStep(text: string, steps: readonly TitledStep[]): boolean {
  const { target } = splitAtArrow(text);
  return target !== '' && steps.some(({ title }) => foldWord(title) === foldWord(target));
}

export function shortened(label: string, problems: Problems, line: number): string {
  if (label.length > 200)
    problems.error('too_long', { line, values: { what: label.slice(0, 30), most: '200' } });
  return label.slice(0, 200);
}
