import * as Y from 'yjs';
import type { Block, Content, Inline, Mark, Paragraph } from '../content.ts';
import { emptyContent } from '../contentText.ts';
import { isSafeHref } from '../href.ts';

export type XmlChild = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** One stretch of text with its marks, as a delta of an XmlText holds it. */
export interface TextRun {
  text: string;
  marks: Mark[];
}

/**
 * The rich text of a fragment in the encoding of y-tiptap, in normal form: text of equal marks joined, marks in the order
 * bold, italic, link, no empty members. Total and without writes: nodes and marks that a script may not hold are left out,
 * links that are not https, mailto or tel become plain text, nested lists become one level.
 */
export function readContent(fragment: Y.XmlFragment): Content {
  const blocks = childrenOf(fragment).flatMap((child) => readBlock(child) ?? []);
  return blocks.length === 0 ? emptyContent : { type: 'doc', content: blocks };
}

export function childrenOf(parent: Y.XmlFragment): XmlChild[] {
  return parent.toArray();
}

/** A paragraph or a list; null for anything else. */
export function readBlock(child: XmlChild): Block | null {
  if (isElement(child, 'paragraph')) return readParagraph(child);
  if (!isElement(child, 'bulletList')) return null;
  const items = readItems(child);
  return items.length === 0 ? null : { type: 'bulletList', content: items };
}

export type ListItem = NonNullable<Extract<Block, { type: 'bulletList' }>['content']>[number];

function readItems(list: Y.XmlElement): ListItem[] {
  return childrenOf(list).flatMap((child) => (isElement(child, 'listItem') ? readItem(child) : []));
}

/** The item itself, then the items of a list nested in it. */
function readItem(item: Y.XmlElement): ListItem[] {
  const children = childrenOf(item);
  const paragraphs = children.flatMap((child) =>
    isElement(child, 'paragraph') ? [readParagraph(child)] : [],
  );
  const nested = children.flatMap((child) => (isElement(child, 'bulletList') ? readItems(child) : []));
  const content: Paragraph[] = paragraphs.length === 0 ? [{ type: 'paragraph' }] : paragraphs;
  return [{ type: 'listItem', content }, ...nested];
}

/** A list item exactly as it stands, for comparing; null when it is none or holds more than paragraphs. */
export function readPlainItem(child: XmlChild): ListItem | null {
  if (!isElement(child, 'listItem')) return null;
  const [first, ...nested] = readItem(child);
  return nested.length === 0 ? (first ?? null) : null;
}

export function readParagraph(element: Y.XmlElement): Paragraph {
  const inline = joinRuns(childrenOf(element).flatMap(readInline));
  const when = (element.getAttributes() as Record<string, unknown>).when;
  return {
    type: 'paragraph',
    ...(typeof when === 'string' && when !== '' ? { attrs: { when: when.slice(0, 2_000) } } : {}),
    ...(inline.length === 0 ? {} : { content: inline }),
  };
}

function readInline(child: XmlChild): Inline[] {
  if (isElement(child, 'hardBreak')) return [{ type: 'hardBreak' }];
  return child instanceof Y.XmlText ? readRuns(child).map(textNode) : [];
}

function textNode({ text, marks }: TextRun): Inline {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

/** The runs of a text with the marks a script may hold; embedded objects are left out. */
export function readRuns(text: Y.XmlText): TextRun[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== '' ? [{ text: insert, marks: readMarks(attributes ?? {}) }] : [],
  );
}

/** y-tiptap names a mark that may overlap itself `name--hash`; the hash is no part of the mark. */
export function markName(attribute: string): string {
  return /^(.*)--[a-zA-Z0-9+/=]{8}$/u.exec(attribute)?.[1] ?? attribute;
}

function readMarks(attributes: Record<string, unknown>): Mark[] {
  const byName = new Map<string, Mark>();
  for (const [attribute, value] of Object.entries(attributes)) {
    const name = markName(attribute);
    if (value === null || value === undefined || value === false) continue;
    if (name === 'bold' || name === 'italic') byName.set(name, { type: name });
    if (name === 'link') {
      const { href } = value as { href?: unknown };
      if (typeof href === 'string' && isSafeHref(href)) byName.set(name, { type: 'link', attrs: { href } });
    }
  }
  return ['bold', 'italic', 'link'].flatMap((name) => byName.get(name) ?? []);
}

function joinRuns(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node.marks, last.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

export function sameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function isElement(child: XmlChild, name: string): child is Y.XmlElement {
  return child instanceof Y.XmlElement && child.nodeName === name;
}
