import { foldText } from '@daihon/shared/text/fold';

export interface Piece {
  text: string;
  match: boolean;
}

/** `text` cut where the words of `query` stand in it, compared as `matchesQuery` does. */
export function markMatches(text: string, query: string): Piece[] {
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [{ text, match: false }];
  const characters = Array.from(text);
  const folded = characters.map((character) => foldText(character));
  const hit = characters.map(() => false);
  for (const word of words) for (const [from, to] of placesOf(word, folded)) hit.fill(true, from, to);
  return characters.reduce<Piece[]>((pieces, character, at) => {
    const last = pieces.at(-1);
    const match = hit[at] === true;
    if (last?.match === match) last.text += character;
    else pieces.push({ text: character, match });
    return pieces;
  }, []);
}

/** From and to (exclusive), in characters; one character may fold to several (㈱) or, with a mark of its own, to none. */
function placesOf(word: string, folded: readonly string[]): [number, number][] {
  const owner = folded.flatMap((part, index) => Array.from({ length: part.length }, () => index));
  const text = folded.join('');
  const places: [number, number][] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const from = owner[at];
    const to = owner[at + word.length - 1];
    if (from !== undefined && to !== undefined) places.push([from, to + 1]);
  }
  return places;
}
