import type { PhrasingContent, Text } from './nodes.ts';
import type { Options } from 'mdast-util-to-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Mark, Paragraph } from '../../script/content.ts';
import { Problems } from '../problem.ts';
import type { FileWords } from '../words.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { piecesOf, sameInline } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { readParagraph } from './readInline.ts';

/**
 * A paragraph as Markdown: its condition and what Markdown has no sign for stand in backticks, which a text of a script never
 * has. A line break is a new line where Markdown keeps it, and a mark elsewhere.
 */
export function writeParagraph(paragraph: Paragraph, words: FileWords): PhrasingContent[] {
  const when = paragraph.attrs?.when ?? null;
  const mark = when === null ? [] : [code(`${words.mark.when} ${when}`), text(' ')];
  const content = paragraph.content ?? [];
  const inline = content.length === 0 ? [code(words.mark.blank)] : write(paragraph, { words, tags: false });
  return [...mark, ...inline];
}

/** A text of several lines that stands beside other marks. */
export function writeText(value: string, words: FileWords): PhrasingContent[] {
  if (value === '') return [];
  return write({ type: 'paragraph', content: [{ type: 'text', text: value }] }, { words, tags: false });
}

export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: value.replaceAll(/[\r\n]+/gu, ' ') };
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Titles and labels are one line. */
export function oneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/gu, ' ');
}

interface Style {
  words: FileWords;
  /** `<b>` instead of `**`. */
  tags: boolean;
}

/** `**` beside some signs is not what it seems: a text that would not be read back the same is written with tags. */
function write({ content = [] }: Paragraph, style: Style): PhrasingContent[] {
  const nodes = writePieces(piecesOf(content), style, marks);
  if (style.tags || content.every((node) => node.type !== 'text' || node.marks === undefined)) return nodes;
  const written = toMarkdown({ type: 'paragraph', children: nodes }, { extensions: [writePlaceholders] });
  const [back] = parseMarkdown(written).children;
  const read = back?.type === 'paragraph' ? readParagraph(back.children, new Problems(), 1).content : [];
  return sameInline(read ?? [], content)
    ? nodes
    : write({ type: 'paragraph', content }, { ...style, tags: true });
}

/** From the outermost in. */
const marks = ['link', 'bold', 'italic'] as const;
type MarkType = (typeof marks)[number];

/** Neighbours that share a mark stand in it together: two strong ones side by side could not be told apart. */
function writePieces(
  pieces: readonly Piece[],
  style: Style,
  [type, ...inner]: readonly MarkType[],
): PhrasingContent[] {
  if (type === undefined) return pieces.flatMap((piece) => writePiece(piece, style));
  const written: PhrasingContent[] = [];
  for (let from = 0; from < pieces.length;) {
    const mark = markOf(pieces[from], type);
    let to = from + 1;
    while (to < pieces.length && sameMark(markOf(pieces[to], type), mark)) to += 1;
    written.push(...wrapped(mark, writePieces(pieces.slice(from, to), style, inner), style));
    from = to;
  }
  return written;
}

/** Before a tag a new line would become a space. */
function writePiece(piece: Piece, { words, tags }: Style): PhrasingContent[] {
  if (piece.text !== null) return withPlaceholders(piece.text);
  if (piece.soft && !tags) return [text('\n')];
  return [code(piece.count === 1 ? words.mark.lineBreak : `${words.mark.lineBreak} ${piece.count}`)];
}

const placeholder = /(\{\{[a-z][a-z0-9_.]*[a-z0-9]\}\})/u;

/** Placeholders as nodes of their own, which `writePlaceholders` leaves as they are. */
function withPlaceholders(value: string): PhrasingContent[] {
  return value.split(placeholder).flatMap((part) => (part === '' ? [] : [text(part)]));
}

/** `{{order_no}}` as it is: an underscore between letters needs no escape, and a person reads the file. */
export const writePlaceholders: Options = {
  handlers: {
    text: (node: Text, _, state, info) =>
      placeholder.exec(node.value)?.[0] === node.value ? node.value : state.safe(node.value, info),
  },
};

function markOf(piece: Piece | undefined, type: MarkType): Mark | null {
  if (piece?.text === null || piece === undefined) return null;
  return piece.marks.find((mark) => mark.type === type) ?? null;
}

function sameMark(a: Mark | null, b: Mark | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function wrapped(mark: Mark | null, children: PhrasingContent[], { tags }: Style): PhrasingContent[] {
  if (mark === null) return children;
  if (mark.type === 'link') return [{ type: 'link', url: mark.attrs.href, children }];
  if (!tags) return [{ type: mark.type === 'bold' ? 'strong' : 'emphasis', children }];
  const name = mark.type === 'bold' ? 'b' : 'i';
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }];
}
