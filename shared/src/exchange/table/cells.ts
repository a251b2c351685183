import type { Block, Content, Paragraph } from '../../script/content.ts';
import { emptyContent, textOfParagraph } from '../../script/contentText.ts';
import type { FileWords } from '../words.ts';
import { valueOfMark } from '../words.ts';

/**
 * A text as the lines of a cell: a paragraph each, `・` before an item of a list, `[もし …]` before one with a condition, a
 * backslash before a line that would look like these and is not. Bold, italic and links are not in a table.
 */
export function writeCell(content: Content, words: FileWords): string {
  const lines = (content.content ?? []).flatMap((block) => linesOf(block, words));
  const cell = lines.join('\n').replaceAll(/^\n+|\n+$/gu, '');
  return cell.trim() === '' ? '' : cell;
}

function linesOf(block: Block, words: FileWords): string[] {
  if (block.type === 'paragraph') return writeParagraph(block, '', words);
  return (block.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((paragraph, index) =>
      writeParagraph(paragraph, index === 0 ? '・' : '', words),
    ),
  );
}

function writeParagraph(paragraph: Paragraph, bullet: string, words: FileWords): string[] {
  const when = paragraph.attrs?.when ?? null;
  const condition =
    when === null ? '' : `[${words.mark.when} ${oneLine(when).replaceAll(/[\\\]]/gu, '\\$&')}] `;
  const [first = '', ...rest] = textOfParagraph(paragraph).split('\n').map(escaped);
  // The reader takes one space after a bullet for a person's habit.
  const space = bullet !== '' && condition === '' && /^\s/u.test(first) ? '\\' : '';
  return [`${bullet}${condition}${space}${first}`, ...rest];
}

function escaped(line: string): string {
  return /^(?:\\|・|[-*•]\s|\[(?:もし|if)\s)/iu.test(line) ? `\\${line}` : line;
}

/** The text of a cell, line by line. */
export function readCell(cell: string): Content {
  const text = cell.replaceAll(/\r\n?/gu, '\n').replaceAll(/^\n+|\n+$/gu, '');
  if (text.trim() === '') return emptyContent;
  const content: Block[] = [];
  for (const line of text.split('\n')) {
    const bullet = /^(?:・\s?|[-*•]\s+)/u.exec(line)?.[0] ?? '';
    const paragraph = readLine(line.slice(bullet.length));
    if (bullet === '') content.push(paragraph);
    else itemsAtEnd(content).push({ type: 'listItem', content: [paragraph] });
  }
  return { type: 'doc', content };
}

function readLine(line: string): Paragraph {
  const bracket = /^\[((?:\\.|[^\]\\])*)\]\s?/u.exec(line);
  const inner = bracket?.[1]?.replaceAll(/\\(.)/gu, '$1');
  const when = inner === undefined ? null : (valueOfMark(inner, ['when'])?.value.trim() ?? null);
  const rest = when === null ? line : line.slice(bracket?.[0].length);
  const text = rest.startsWith('\\') ? rest.slice(1) : rest;
  return {
    type: 'paragraph',
    ...(when === null || when === '' ? {} : { attrs: { when: when.slice(0, 2_000) } }),
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  };
}

type Items = NonNullable<Extract<Block, { type: 'bulletList' }>['content']>;

function itemsAtEnd(content: Block[]): Items {
  const last = content.at(-1);
  if (last?.type === 'bulletList' && last.content !== undefined) return last.content;
  const items: Items = [];
  content.push({ type: 'bulletList', content: items });
  return items;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/gu, ' ').trim();
}
