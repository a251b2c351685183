import type { FindingCode } from '../findingMessages.ts';

/** Words in one text that a rule has something to say about. */
export interface WordHit {
  code: FindingCode;
  /** In UTF-16 units of the text. */
  from: number;
  to: number;
  /** What could stand there instead; null where a person has to find the words. */
  instead: string | null;
  severity?: 'error' | 'warning';
  values?: Record<string, string>;
}

/** A text that rules look at; its placeholders are masked, so that no rule trips over a key. */
export interface WordText {
  text: string;
  /** Read out to the customer. */
  spoken: boolean;
}

/** Stands for each character of a `{{placeholder}}`. */
export const masked = '\uFFFC';

export function maskPlaceholders(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/gu, (whole) => masked.repeat(whole.length));
}

/** The sentences of a text with where each begins; the mark that ends one belongs to it. */
export function sentencesOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^。！？!?\n]+[。！？!?」』）)]*/gu)].map(({ 0: sentence, index }) => ({
    text: sentence,
    start: index,
  }));
}
