import { contextLength } from './hits.ts';

/** A stretch of a text by what it says and what stands around it, to find it again when the text has changed elsewhere. */
export interface Anchor {
  lead: string;
  quote: string;
  tail: string;
}

export function anchorAt(text: string, from: number, to: number): Anchor {
  return {
    lead: text.slice(Math.max(0, from - contextLength), from),
    quote: text.slice(from, to),
    tail: text.slice(to, to + contextLength),
  };
}

/**
 * Where the anchor stands in `text`, at or after `after`; null when it does not. What stands on one side of it may have changed:
 * somebody goes on writing there. At an end of a text it holds to that end.
 */
export function locate(text: string, anchor: Anchor, after = 0): [number, number] | null {
  const sides = anchor.quote === '' ? (['both'] as const) : (['both', 'lead', 'tail'] as const);
  for (const side of sides) {
    const found = locateBy(text, anchor, after, side);
    if (found !== null) return found;
  }
  return null;
}

function locateBy(
  text: string,
  { lead, quote, tail }: Anchor,
  after: number,
  side: 'both' | 'lead' | 'tail',
): [number, number] | null {
  const before = side === 'tail' ? '' : lead;
  const whole = before + quote + (side === 'lead' ? '' : tail);
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
    const from = at + before.length;
    const startFits = side === 'tail' || lead.length === contextLength || at === 0;
    const endFits = side === 'lead' || tail.length === contextLength || at + whole.length === text.length;
    if (from >= after && startFits && endFits) return [from, from + quote.length];
    if (whole === '') break;
  }
  return null;
}
