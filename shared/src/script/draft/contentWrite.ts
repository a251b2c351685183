import * as Y from 'yjs';
import type { Block, Content, Inline, Paragraph } from '../content.ts';
import { matchPairs } from '../matchPairs.ts';
import { childrenOf, isElement, readBlock, readParagraph, readPlainItem, readRuns } from './content.ts';
import type { ListItem, TextRun, XmlChild } from './content.ts';
import { writeRuns } from './textWrite.ts';

/**
 * Brings a fragment to `content` with small edits, so that what a colleague types there at the same time survives: blocks
 * that are equal stay untouched, changed ones of one kind are edited in place, text by its difference. A paragraph without
 * text gets an empty XmlText, so that two people who start typing in it do not each create one. Call it inside a transaction.
 */
export function writeContent(fragment: Y.XmlFragment, content: Content): void {
  const blocks: Block[] = content.content ?? [];
  writeChildren<Block>(fragment, blocks.length === 0 ? [{ type: 'paragraph' }] : blocks, blockKind);
}

/** How one kind of child is compared with, made from and brought to what is wanted. */
interface ChildKind<T> {
  read(child: XmlChild): T | null;
  same(present: T, wanted: T): boolean;
  /** Whether `child` may be edited into `wanted`. */
  fits(child: XmlChild, wanted: T): boolean;
  make(wanted: T): Y.XmlElement | Y.XmlText;
  /** Also called for a new child once it is part of the document. */
  update(child: XmlChild, wanted: T): void;
}

const blockKind: ChildKind<Block> = {
  read: readBlock,
  same: sameJson,
  fits: (child, wanted) => isElement(child, wanted.type),
  make: (wanted) => new Y.XmlElement(wanted.type),
  update(child, wanted) {
    if (!(child instanceof Y.XmlElement)) return;
    if (wanted.type === 'paragraph') writeParagraph(child, wanted);
    else writeChildren<ListItem>(child, wanted.content ?? [], itemKind);
  },
};

const itemKind: ChildKind<ListItem> = {
  read: readPlainItem,
  same: sameJson,
  fits: (child) => isElement(child, 'listItem'),
  make: () => new Y.XmlElement('listItem'),
  update(child, wanted) {
    if (!(child instanceof Y.XmlElement)) return;
    const paragraphs: Paragraph[] = wanted.content ?? [];
    writeChildren<Paragraph>(
      child,
      paragraphs.length === 0 ? [{ type: 'paragraph' }] : paragraphs,
      paragraphKind,
    );
  },
};

const paragraphKind: ChildKind<Paragraph> = {
  read: (child) => (isElement(child, 'paragraph') ? readParagraph(child) : null),
  same: sameJson,
  fits: (child) => isElement(child, 'paragraph'),
  make: () => new Y.XmlElement('paragraph'),
  update: (child, wanted) => {
    if (child instanceof Y.XmlElement) writeParagraph(child, wanted);
  },
};

/** A stretch of text between line breaks, or a line break. */
type Piece = TextRun[] | 'hardBreak';

const pieceKind: ChildKind<Piece> = {
  read: (child) =>
    child instanceof Y.XmlText ? readRuns(child) : isElement(child, 'hardBreak') ? 'hardBreak' : null,
  same: sameJson,
  fits: (child, wanted) => wanted !== 'hardBreak' && child instanceof Y.XmlText,
  make: (wanted) => (wanted === 'hardBreak' ? new Y.XmlElement('hardBreak') : new Y.XmlText()),
  update(child, wanted) {
    if (child instanceof Y.XmlText && wanted !== 'hardBreak') writeRuns(child, wanted);
  },
};

function writeParagraph(element: Y.XmlElement, wanted: Paragraph): void {
  const when = wanted.attrs?.when ?? null;
  const present: unknown = element.getAttribute('when') ?? null;
  if (when !== present) {
    if (when === null) element.removeAttribute('when');
    else element.setAttribute('when', when);
  }
  writeChildren(element, piecesOf(wanted.content ?? []), pieceKind);
}

function piecesOf(nodes: readonly Inline[]): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    const last = pieces.at(-1);
    if (node.type === 'hardBreak') pieces.push('hardBreak');
    else if (last === undefined || last === 'hardBreak') pieces.push([runOf(node)]);
    else last.push(runOf(node));
  }
  return pieces.length === 0 ? [[]] : pieces;
}

function runOf(node: Extract<Inline, { type: 'text' }>): TextRun {
  return { text: node.text, marks: node.marks ?? [] };
}

function writeChildren<T>(parent: Y.XmlFragment, wanted: readonly T[], kind: ChildKind<T>): void {
  const children = childrenOf(parent);
  const present = children.map((child) => kind.read(child));
  const pairs = matchPairs(present, wanted, (a, b) => a !== null && kind.same(a, b));
  // From the end, so that the indexes before stay true.
  let childEnd = children.length;
  let wantedEnd = wanted.length;
  for (const [childIndex, wantedIndex] of [...pairs.reverse(), [-1, -1] as const]) {
    const gap = children.slice(childIndex + 1, childEnd);
    writeGap(parent, childIndex + 1, gap, wanted.slice(wantedIndex + 1, wantedEnd), kind);
    childEnd = childIndex;
    wantedEnd = wantedIndex;
  }
}

/** Edits the children between two that stay: pairs that fit in place, the rest taken out or put in. */
function writeGap<T>(
  parent: Y.XmlFragment,
  start: number,
  gap: readonly XmlChild[],
  wanted: readonly T[],
  kind: ChildKind<T>,
): void {
  let index = start;
  let next = 0;
  for (const child of gap) {
    const found = wanted.findIndex((candidate, at) => at >= next && kind.fits(child, candidate));
    if (found === -1) {
      parent.delete(index, 1);
      continue;
    }
    index = insertAll(parent, index, wanted.slice(next, found), kind);
    const target = wanted[found];
    if (target !== undefined) kind.update(child, target);
    index += 1;
    next = found + 1;
  }
  insertAll(parent, index, wanted.slice(next), kind);
}

function insertAll<T>(parent: Y.XmlFragment, at: number, wanted: readonly T[], kind: ChildKind<T>): number {
  let index = at;
  for (const each of wanted) {
    const child = kind.make(each);
    parent.insert(index, [child]);
    kind.update(child, each);
    index += 1;
  }
  return index;
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
