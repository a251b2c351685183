import { findPlaceholders } from '../placeholders.ts';
import type { FoldOptions } from '../../text/fold.ts';
import { foldWith, foldedCharacters } from '../../text/fold.ts';
import { hashOf } from './hash.ts';
import type { PlacedText, TextPlace } from './texts.ts';

export interface Query extends FoldOptions {
  text: string;
}

/** One place where the query stands. */
export interface Hit {
  /** The same as long as what stands there, and around it, is the same; where the paragraph stands may change. */
  id: string;
  place: TextPlace;
  /** The whole text, and the stretch of it that was found. */
  text: string;
  from: number;
  to: number;
}

/** How much of the text around a hit belongs to it: when that changes, it is another hit. */
export const contextLength = 12;

/**
 * Every hit in these texts, in order, none overlapping another. Stretches that cut a `{{…}}` are passed over: a placeholder is
 * found whole or not at all.
 */
export function findHits(texts: readonly PlacedText[], query: Query): Hit[] {
  const wanted = foldWith(query.text, query);
  if (wanted === '') return [];
  const seen = new Map<string, number>();
  return texts.flatMap(({ place, text }) =>
    stretchesOf(text, wanted, query).map(([from, to]) => {
      const quote = text.slice(from, to);
      const around = [
        text.slice(Math.max(0, from - contextLength), from),
        text.slice(to, to + contextLength),
      ];
      const base = JSON.stringify([place.part, place.stepId, place.item, quote, ...around]);
      const nth = seen.get(base) ?? 0;
      seen.set(base, nth + 1);
      return { id: hashOf(`${base}${nth}`), place, text, from, to };
    }),
  );
}

function stretchesOf(text: string, wanted: string, query: Query): [number, number][] {
  const folded = foldedCharacters(text, query);
  const found: [number, number][] = [];
  let end = 0;
  for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1;
    const [from, to] = [folded.from[at] ?? 0, folded.to[last] ?? 0];
    // In the middle of what one character folds to (㈱), or of a letter and its mark: not a hit of its own.
    const whole = folded.from[at - 1] !== from && folded.from[last + 1] !== folded.from[last];
    if (!whole || from < end || cutsPlaceholder(text, from, to)) continue;
    found.push([from, to]);
    end = to;
  }
  return found;
}

function cutsPlaceholder(text: string, from: number, to: number): boolean {
  return findPlaceholders(text).uses.some(({ start, end }) => {
    const touches = from < end && to > start;
    const covers = from <= start && to >= end;
    return touches && !covers;
  });
}
