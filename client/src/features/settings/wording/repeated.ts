import { foldText } from '@daihon/shared/text/fold';

/** The places of words that stand more than once, whatever their width and kana. */
export function repeated(words: readonly string[]): ReadonlySet<number> {
  const folded = words.map((word) => foldText(word.trim()));
  return new Set(folded.flatMap((word, at) => (word !== '' && folded.indexOf(word) !== at ? [at] : [])));
}
