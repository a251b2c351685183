import { foldText } from '@daihon/shared/text/fold';

/** Every word of the query is somewhere in the text. An empty query matches. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}
