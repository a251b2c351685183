import * as Y from 'yjs';
import { childrenOf, isElement } from './content.ts';
import type { XmlChild } from './content.ts';

/** One XmlText of a fragment and where its first character stands in the whole text. */
interface Span {
  type: Y.XmlText;
  from: number;
  length: number;
}

/** A fragment's text as `textOf` gives it (a line per paragraph and break), with where each part of it lives. */
export interface FragmentText {
  text: string;
  spans: readonly Span[];
}

/** Both as base64 of a RelativePosition; equal for a place between two characters. */
export interface Places {
  start: string;
  end: string;
}

/** Offsets in the fragment's text as it stands. */
export interface TextRange {
  from: number;
  to: number;
  text: string;
}

/** Reads a fragment for placing and finding anchors. Writes nothing. */
export function fragmentText(fragment: Y.XmlFragment): FragmentText {
  const spans: Span[] = [];
  let text = '';
  let paragraphs = 0;
  const walk = (child: XmlChild): void => {
    if (child instanceof Y.XmlText) {
      const own = plainText(child);
      spans.push({ type: child, from: text.length, length: own.length });
      text += own;
      return;
    }
    if (!(child instanceof Y.XmlElement)) return;
    if (isElement(child, 'hardBreak')) text += '\n';
    if (isElement(child, 'paragraph')) {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
    }
    childrenOf(child).forEach(walk);
  };
  childrenOf(fragment).forEach(walk);
  return { text, spans };
}

/**
 * Ties a range of the text to its own first and last character, so that what is typed around it stays outside; an empty one
 * to the character before it. Null where there is no text to hold on to.
 */
export function placesOf({ spans }: FragmentText, from: number, to: number): Places | null {
  const inside = (offset: number, { from: at, length }: Span) => offset >= at && offset <= at + length;
  if (from === to) {
    const span = spans.find((each) => inside(from, each));
    if (span === undefined) return null;
    const place = encode(span.type, from - span.from, from === span.from ? 0 : -1);
    return { start: place, end: place };
  }
  const first = spans.find((span) => inside(from, span) && from < span.from + span.length);
  const last = spans.findLast((span) => inside(to, span) && to > span.from);
  if (first === undefined || last === undefined) return null;
  return {
    start: encode(first.type, from - first.from, 0),
    end: encode(last.type, to - last.from, -1),
  };
}

/**
 * Where an anchored range stands now, whatever was typed before, after or in it. A part whose characters were made anew (a
 * paragraph split or joined, a text brought back) is found by its words, nearest to where it was. Null: it is gone.
 */
export function findRange(
  doc: Y.Doc,
  { text, spans }: FragmentText,
  anchor: { start: string | null; end: string | null; quote: string },
): TextRange | null {
  const from = offsetOf(doc, spans, anchor.start);
  const to = offsetOf(doc, spans, anchor.end);
  const { quote } = anchor;
  if (quote === '') {
    const at = from ?? to;
    return at === null ? null : { from: at, to: at, text: '' };
  }
  const held = from !== null && to !== null && from < to ? { from, to, text: text.slice(from, to) } : null;
  if (held !== null && held.text.length >= quote.length) return held;
  const known = nearest(text, quote, from ?? to ?? 0);
  if (held === null) return known;
  const overlaps = known !== null && known.from < held.to && known.to > held.from;
  return overlaps ? known : held;
}

function nearest(text: string, quote: string, wanted: number): TextRange | null {
  let best: number | null = null;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (best === null || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best === null ? null : { from: best, to: best + quote.length, text: quote };
}

function offsetOf(doc: Y.Doc, spans: readonly Span[], place: string | null): number | null {
  const relative = decode(place);
  if (relative === null) return null;
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  const span = absolute === null ? undefined : spans.find(({ type }) => type === absolute.type);
  return absolute === null || span === undefined ? null : span.from + absolute.index;
}

function plainText(text: Y.XmlText): string {
  const delta = text.toDelta() as { insert: unknown }[];
  // An embedded object takes one place.
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}

function encode(type: Y.XmlText, index: number, association: number): string {
  const relative = Y.createRelativePositionFromTypeIndex(type, index, association);
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(relative)));
}

/** Anchors come from other people's pages: one that cannot be read is as good as lost. */
function decode(place: string | null): Y.RelativePosition | null {
  if (place === null) return null;
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(place), (letter) => letter.charCodeAt(0)));
  } catch {
    return null;
  }
}
