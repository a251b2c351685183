import type { BlockContent, Blockquote, List, ListItem, PhrasingContent, RootContent } from './nodes.ts';
import type { Block, Content } from '../../script/content.ts';
import { emptyContent } from '../../script/contentText.ts';
import type { StepRole } from '../../script/schema.ts';
import { stepRoles } from '../../script/kinds.ts';
import type { Problems } from '../problem.ts';
import type { RawStep } from '../raw.ts';
import { markOf, valueOfMark } from '../words.ts';
import { plainText, readParagraph } from './readInline.ts';
import { hasArrow, isMarkedChoice, namesAStep, readChoiceItem, readItem } from './readItems.ts';
import type { TitledStep } from './readItems.ts';
import { isPart, readPart, typedPart } from './readPart.ts';

interface Where {
  problems: Problems;
  line: number;
  /** The step was written with marks: what has none is text. */
  marked: boolean;
  steps: readonly TitledStep[];
}

/** Takes one block of the file into its step. */
export function readStepBlock(step: RawStep, node: RootContent, where: Where): void {
  if (node.type === 'list') readList(step, node, where);
  else if (node.type === 'blockquote') readQuote(step, node, where);
  else if (node.type === 'paragraph') {
    const { role, nodes } = where.marked
      ? { role: 'say' as const, nodes: node.children }
      : typedRole(node.children, 'say');
    add(step, role, [readParagraph(nodes, where.problems, where.line)]);
  } else add(step, 'say', otherBlock(node, where));
}

/** A quote is する or 注意 by its first mark; without one it is read. */
function readQuote(step: RawStep, { children }: Blockquote, where: Where): void {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') {
    add(
      step,
      'say',
      children.flatMap((node) => readBlock(node, where)),
    );
    return;
  }
  const [mark, space, ...others] = first.children;
  const role = mark?.type === 'inlineCode' ? roleOf(markOf(mark.value, stepRoles)) : null;
  if (role === null) {
    const typed = typedRole(first.children, 'say');
    add(step, typed.role, [
      readParagraph(typed.nodes, where.problems, where.line),
      ...rest.flatMap((node) => readBlock(node, where)),
    ]);
    return;
  }
  // The mark alone: the text begins with a list.
  const alone = space === undefined;
  const begin: PhrasingContent[] =
    space?.type === 'text' ? [{ ...space, value: space.value.replace(/^ /u, '') }] : alone ? [] : [space];
  const paragraphs: Block[] = alone
    ? []
    : [
        readParagraph(
          [...begin.filter((node) => !('value' in node) || node.value !== ''), ...others],
          where.problems,
          where.line,
        ),
      ];
  add(step, role, [...paragraphs, ...rest.flatMap((node) => readBlock(node, where))]);
}

function readBlock(node: BlockContent, where: Where): Block[] {
  if (node.type === 'paragraph') return [readParagraph(node.children, where.problems, where.line)];
  if (node.type === 'list')
    return [{ type: 'bulletList', content: node.children.flatMap((item) => textItem(item, where)) }];
  return otherBlock(node, where);
}

/** What a script has no form for is kept as text. */
function otherBlock(node: RootContent, { problems, line }: Where): Block[] {
  if (node.type === 'thematicBreak' || node.type === 'definition') return [];
  problems.warn('not_supported', { line, values: { what: node.type } });
  const text =
    'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map((child) => plainText(child as PhrasingContent)).join('\n')
        : '';
  return text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each): Block => ({ type: 'paragraph', content: [{ type: 'text', text: each }] }));
}

type Items = NonNullable<Extract<Block, { type: 'bulletList' }>['content']>;

/** Choices, fields and the like where they are marked or mean it; other items are a list of the spoken text. */
function readList(step: RawStep, list: List, where: Where): void {
  const { problems, steps } = where;
  const read = list.children.map((item) => ({ item, parts: readItem(item, problems) }));
  const marked = read.some(({ parts }) => isMarkedChoice(parts) || isPart(parts));
  const choices =
    marked ||
    (!where.marked &&
      read.some(
        ({ parts }) =>
          hasArrow(parts.text) && (namesAStep(parts.text, steps) || list.ordered !== true || read.length > 0),
      ));
  const items: Items = [];
  for (const { item, parts } of read) {
    const part = isPart(parts) ? parts : where.marked ? null : typedPart(parts);
    if (part !== null) readPart(step, part, problems);
    else if (isMarkedChoice(parts) || (choices && hasArrow(parts.text))) {
      const choice = readChoiceItem(item, problems, steps);
      if (choice !== null) step.choices.push(choice);
    } else items.push(...textItem(item, where));
  }
  if (items.length > 0) add(step, 'say', [{ type: 'bulletList', content: items }]);
}

/** Lists of a script have one level: what is nested comes after its item. */
function textItem(item: ListItem, where: Where): Items {
  const paragraphs = item.children.flatMap((node) =>
    node.type === 'paragraph' ? [readParagraph(node.children, where.problems, where.line)] : [],
  );
  const nested = item.children.flatMap((node) =>
    node.type === 'list' ? node.children.flatMap((child) => textItem(child, where)) : [],
  );
  const content = paragraphs.length === 0 ? [{ type: 'paragraph' as const }] : paragraphs;
  return [{ type: 'listItem', content }, ...nested];
}

/** `する：…`, `注意：…` as a person types them. */
function typedRole(
  nodes: PhrasingContent[],
  otherwise: StepRole,
): { role: StepRole; nodes: PhrasingContent[] } {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return { role: otherwise, nodes };
  const found = valueOfMark(first.value.trimStart(), stepRoles);
  const role = roleOf(found?.mark ?? null);
  if (found === null || role === null || !/^\s*\S{1,8}\s?[:：]/u.test(first.value))
    return { role: otherwise, nodes };
  return { role, nodes: [{ ...first, value: found.value.trimStart() }, ...rest] };
}

function roleOf(mark: string | null): StepRole | null {
  return stepRoles.find((role) => role === mark) ?? null;
}

function add(step: RawStep, role: StepRole, blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  const present: Content = step[role];
  const before = present === emptyContent ? [] : (present.content ?? []);
  step[role] = { type: 'doc', content: [...before, ...blocks] };
}
