import type { fromMarkdown } from 'mdast-util-from-markdown';

// The parts of a parsed outline, by the parser's own types.

export type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
type OfType<T extends RootContent['type']> = Extract<RootContent, { type: T }>;

export type Heading = OfType<'heading'>;
export type MdParagraph = OfType<'paragraph'>;
export type Blockquote = OfType<'blockquote'>;
export type List = OfType<'list'>;
export type ListItem = OfType<'listItem'>;
/** What a quote or an item may hold. */
export type BlockContent = ListItem['children'][number];
/** What a heading or a paragraph may hold. */
export type PhrasingContent = MdParagraph['children'][number];
export type Text = Extract<PhrasingContent, { type: 'text' }>;
