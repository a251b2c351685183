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
  /** Made of what stands there and around it, so that it is known again in a draft that has changed elsewhere (`chooseHits`). */
  id: string;
  place: TextPlace;
  /** The whole text, and the stretch of it that was found. */
  text: string;
  from: number;
  to: number;
}

/** How much of the text around a hit it is known by. */
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
      const base = idOf(place, text, from, to);
      const nth = seen.get(base) ?? 0;
      seen.set(base, nth + 1);
      return { id: `${base}.${nth}`, place, text, from, to };
    }),
  );
}

/** What stands there, what stands before, what stands after. */
function idOf(place: TextPlace, text: string, from: number, to: number): string {
  const here = JSON.stringify([place.part, place.stepId, place.item, text.slice(from, to)]);
  const lead = text.slice(Math.max(0, from - contextLength), from);
  const tail = text.slice(to, to + contextLength);
  return [hashOf(here), hashOf(lead).slice(-6), hashOf(tail).slice(-6)].join('.');
}

/**
 * Those of `hits` that were chosen, by the ids that they had when they were shown. One that has changed on one side is still the
 * same, since somebody goes on writing there; one that has changed on both is not.
 */
export function chooseHits(hits: readonly Hit[], ids: ReadonlySet<string>): Hit[] {
  const left = new Set(ids);
  const chosen = new Set(hits.filter(({ id }) => left.delete(id)));
  for (const side of [1, 2] as const) {
    for (const hit of hits) {
      if (chosen.has(hit) || left.size === 0) continue;
      const same = [...left].find((id) => sameBut(id, hit.id, side));
      if (same === undefined) continue;
      left.delete(same);
      chosen.add(hit);
    }
  }
  return hits.filter((hit) => chosen.has(hit));
}

function sameBut(shown: string, now: string, side: 1 | 2): boolean {
  const [a, b] = [shown.split('.'), now.split('.')];
  return a[0] === b[0] && a[side] === b[side];
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
