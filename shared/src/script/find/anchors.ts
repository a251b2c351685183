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

/** Where the anchor stands in `text`, at or after `after`; null when it does not. At an end of a text it holds to that end. */
export function locate(text: string, { lead, quote, tail }: Anchor, after = 0): [number, number] | null {
  const whole = lead + quote + tail;
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
    const [from, to] = [at + lead.length, at + lead.length + quote.length];
    const startFits = lead.length === contextLength || at === 0;
    const endFits = tail.length === contextLength || at + whole.length === text.length;
    if (from >= after && startFits && endFits) return [from, to];
    if (whole === '') break;
  }
  return null;
}
