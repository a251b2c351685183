import type { Content, Paragraph } from './content.ts';

// Apart from the schemas: pages that only read scripts need no schema library.

export const emptyContent: Content = { type: 'doc', content: [{ type: 'paragraph' }] };

/** One paragraph per line of `text`; an empty string gives the empty content. */
export function contentOf(text: string): Content {
  if (text === '') return emptyContent;
  const content = text
    .split('\n')
    .map((line): Paragraph => (line === '' ? { type: 'paragraph' } : paragraphOf(line)));
  return { type: 'doc', content };
}

function paragraphOf(line: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text: line }] };
}

/** The paragraphs of a content in reading order, list items included. */
export function paragraphsOf(content: Content): Paragraph[] {
  return (content.content ?? []).flatMap((block) =>
    block.type === 'paragraph' ? [block] : (block.content ?? []).flatMap((item) => item.content ?? []),
  );
}

/** The text of one paragraph, a line break as `\n`, without marks. */
export function textOfParagraph(paragraph: Paragraph): string {
  return (paragraph.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** The whole text, one line per paragraph. */
export function textOf(content: Content): string {
  return paragraphsOf(content).map(textOfParagraph).join('\n');
}
