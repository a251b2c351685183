import type { PhrasingContent } from './nodes.ts';
import type { Inline, Mark, Paragraph } from '../../script/content.ts';
import { SafeHref } from '../../script/content.ts';
import type { Problems } from '../problem.ts';
import { markOf, valueOfMark } from '../words.ts';

/** What stands in backticks, and the text around it. */
export interface Marked {
  codes: string[];
  text: string;
}

/** A heading or an item: its marks, and its own text without the space that stands between the two. */
export function readMarked(nodes: readonly PhrasingContent[]): Marked {
  const codes = nodes.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
  let text = '';
  nodes.forEach((node, index) => {
    if (node.type === 'inlineCode') return;
    let part = plainText(node);
    if (nodes[index - 1]?.type === 'inlineCode') part = part.replace(/^ /u, '');
    if (nodes[index + 1]?.type === 'inlineCode') part = part.replace(/ $/u, '');
    text += part;
  });
  return { codes, text };
}

/** A paragraph of a script's text. */
export function readParagraph(
  nodes: readonly PhrasingContent[],
  problems: Problems,
  line: number,
): Paragraph {
  const [first, second, ...others] = nodes;
  const when = first?.type === 'inlineCode' ? valueOfMark(first.value, ['when']) : null;
  const rest = when === null ? nodes : withoutSpace(second, others);
  const content = join(children(rest, [], { problems, line }));
  return {
    type: 'paragraph',
    ...(when === null ? {} : { attrs: { when: when.value.slice(0, 2_000) } }),
    ...(content.length === 0 ? {} : { content }),
  };
}

function withoutSpace(second: PhrasingContent | undefined, others: PhrasingContent[]): PhrasingContent[] {
  if (second === undefined) return others;
  if (second.type !== 'text') return [second, ...others];
  return [{ ...second, value: second.value.replace(/^ /u, '') }, ...others];
}

/** The text of a node without its marks. */
export function plainText(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

interface Where {
  problems: Problems;
  line: number;
}

function readNode(node: PhrasingContent, marks: readonly Mark[], where: Where): Inline[] {
  switch (node.type) {
    case 'text':
      return lines(node.value, marks);
    case 'inlineCode':
      return readCode(node.value, marks);
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? [{ type: 'hardBreak' }] : lines(node.value, marks);
    case 'strong':
      return children(node.children, [...marks, { type: 'bold' }], where);
    case 'emphasis':
      return children(node.children, [...marks, { type: 'italic' }], where);
    case 'link':
      return readLink(node.url, node.children, marks, where);
    default:
      where.problems.warn('not_supported', { line: where.line, values: { what: node.type } });
      return lines(plainText(node), marks);
  }
}

/** `<b>` and `<i>` hold for what follows, up to their end. */
function children(nodes: readonly PhrasingContent[], marks: readonly Mark[], where: Where): Inline[] {
  const open = new Set<'bold' | 'italic'>();
  return nodes.flatMap((node) => {
    const tag = node.type === 'html' ? /^<(\/?)(?:(b|strong)|(?:i|em))>$/iu.exec(node.value) : null;
    if (tag === null) return readNode(node, [...marks, ...[...open].map((type) => ({ type }))], where);
    const type = tag[2] === undefined ? 'italic' : 'bold';
    if (tag[1] === '') open.add(type);
    else open.delete(type);
    return [];
  });
}

function readLink(url: string, nodes: PhrasingContent[], marks: readonly Mark[], where: Where): Inline[] {
  if (SafeHref.safeParse(url).success) {
    return children(nodes, [...marks, { type: 'link', attrs: { href: url } }], where);
  }
  where.problems.warn('unsafe_link', { line: where.line, values: { url: url.slice(0, 60) } });
  return children(nodes, marks, where);
}

function readCode(value: string, marks: readonly Mark[]): Inline[] {
  const mark = markOf(value, ['lineBreak', 'blank']);
  const count = mark === 'lineBreak' ? 1 : Number(valueOfMark(value, ['lineBreak'])?.value ?? 0);
  if (Number.isInteger(count) && count > 0 && count <= 1_000) {
    return Array.from({ length: count }, () => ({ type: 'hardBreak' }));
  }
  return mark === 'blank' ? [] : lines(value, marks);
}

/** A new line in the file is one in the script: whoever types an outline means it. */
function lines(value: string, marks: readonly Mark[]): Inline[] {
  const sorted = order.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
  return value
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
      ...(line === ''
        ? []
        : [
            sorted.length === 0
              ? { type: 'text' as const, text: line }
              : { type: 'text' as const, text: line, marks: sorted },
          ]),
    ]);
}

const order = ['bold', 'italic', 'link'] as const;

function join(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(node.marks) === JSON.stringify(last.marks)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
}
