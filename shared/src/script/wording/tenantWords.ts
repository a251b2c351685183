import type { Wording } from '../../settings.ts';
import { foldedCharacters, foldText } from '../../text/fold.ts';
import type { FoldedText } from '../../text/fold.ts';
import type { WordHit, WordText } from './hit.ts';

const nothingCounts = { case: false, width: false, kana: false };

interface Range {
  from: number;
  to: number;
}

/** NG words of the tenant, in what is read out: what must not be said may well be named in a caution. */
export function findForbidden({ text, spoken }: WordText, wording: Wording): WordHit[] {
  if (!spoken || wording.forbidden.length === 0) return [];
  const folded = foldedCharacters(text, nothingCounts);
  return wording.forbidden.flatMap(({ word, instead, severity }) =>
    rangesOf(folded, word).map((range) => ({
      ...range,
      code: 'ng_word' as const,
      severity,
      instead: instead === '' ? null : instead,
      values: { word },
    })),
  );
}

/** Spellings that the tenant writes differently (表記ゆれ), whatever their width and kana. */
export function findPreferred({ text }: WordText, wording: Wording): WordHit[] {
  if (wording.preferred.length === 0) return [];
  const folded = foldedCharacters(text, nothingCounts);
  const hits = wording.preferred.flatMap(({ use, variants }) => {
    // 「サーバ」 also stands at the beginning of 「サーバー」, which is right.
    const right = plainRanges(text, use);
    return variants
      .flatMap((variant) => rangesOf(folded, variant))
      .filter((range) => !right.some((other) => isInside(range, other)))
      .map((range) => ({
        ...range,
        code: 'preferred_spelling' as const,
        instead: use,
        values: { use },
      }));
  });
  return longestFirst(hits);
}

/** Without what stands in a word that the tenant lets pass; an NG word only in a `longer` one (絶対 in 絶対温度). */
export function withoutAllowed<H extends Range>(
  text: string,
  hits: H[],
  allowed: readonly string[],
  only: 'longer' | 'any' = 'any',
): H[] {
  if (hits.length === 0 || allowed.length === 0) return hits;
  const folded = foldedCharacters(text, nothingCounts);
  const passed = allowed.flatMap((word) => rangesOf(folded, word));
  const lets = (hit: H, range: Range) =>
    isInside(hit, range) && (only === 'any' || range.to - range.from > hit.to - hit.from);
  return hits.filter((hit) => !passed.some((range) => lets(hit, range)));
}

function rangesOf(folded: FoldedText, word: string): Range[] {
  const wanted = foldText(word);
  const ranges: Range[] = [];
  if (wanted === '') return ranges;
  for (
    let at = folded.text.indexOf(wanted);
    at !== -1;
    at = folded.text.indexOf(wanted, at + wanted.length)
  ) {
    const from = folded.from[at];
    const to = folded.to[at + wanted.length - 1];
    if (from !== undefined && to !== undefined) ranges.push({ from, to });
  }
  return ranges;
}

function plainRanges(text: string, word: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    ranges.push({ from: at, to: at + word.length });
  return ranges;
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Of hits over the same words the longest. */
function longestFirst(hits: WordHit[]): WordHit[] {
  const kept: WordHit[] = [];
  for (const hit of hits.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}
