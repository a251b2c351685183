/** Which differences between two spellings count. */
export interface FoldOptions {
  /** A and a. */
  case: boolean;
  /** Ａ and A, ｶﾞ and ガ. */
  width: boolean;
  /** ひらがな and カタカナ. */
  kana: boolean;
}

const nothingCounts: FoldOptions = { case: false, width: false, kana: false };

/** Text as a search compares it: full and half width, katakana and hiragana, upper and lower case are one. */
export function foldText(text: string): string {
  return foldWith(text, nothingCounts);
}

/** The same with some of the differences kept. Not of the same length: use `foldedCharacters` for places in the text. */
export function foldWith(text: string, counts: FoldOptions): string {
  const width = counts.width ? text.normalize('NFC') : text.normalize('NFKC');
  const cased = counts.case ? width : width.toLowerCase();
  return counts.kana ? cased : cased.replace(/[\u30a1-\u30f6]/gu, hiragana);
}

/** A folded text that knows which stretch of the original each of its characters came from. */
export interface FoldedText {
  text: string;
  /** By index of `text`: start and end in the original. */
  from: number[];
  to: number[];
}

/** Folds character by character; a letter and the marks on it (か゛, ｶﾞ) are one character. */
export function foldedCharacters(original: string, counts: FoldOptions): FoldedText {
  const folded: FoldedText = { text: '', from: [], to: [] };
  for (const { 0: character, index } of original.matchAll(characters)) {
    const part = foldWith(character, counts);
    folded.text += part;
    const places = Array.from({ length: part.length }, () => index);
    folded.from.push(...places);
    folded.to.push(...places.map((from) => from + character.length));
  }
  return folded;
}

/** A character with combining marks and half-width sound marks. */
const characters = /[\s\S][\p{Mn}\uFF9E\uFF9F]*/gu;

function hiragana(kana: string): string {
  return String.fromCharCode(kana.charCodeAt(0) - 0x60);
}
