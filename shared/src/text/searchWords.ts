import { foldText } from './fold.ts';

/** The words of a query, each as a search compares it and with those that mean the same (SPEC 25). */
export type SearchWords = readonly (readonly string[])[];

/**
 * Splits a query into folded words. `same` holds groups of words that mean the same: a query word that is one of a group stands
 * for the whole group. An empty query has no words.
 */
export function searchWords(query: string, same: readonly (readonly string[])[] = []): SearchWords {
  const groups = same.map((group) => group.map(foldText));
  return foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => [...new Set([word, ...groups.filter((group) => group.includes(word)).flat()])]);
}

/** Whether a folded text holds every word, or one that means the same. */
export function holdsWords(folded: string, words: SearchWords): boolean {
  return words.every((alternatives) => alternatives.some((word) => folded.includes(word)));
}
