import type { Wording } from '../../settings.ts';
import type { WordHit } from './hit.ts';
import { variantGroups } from './variants.ts';
import type { Form } from './variants.ts';

// What one text cannot tell: whether a script keeps to one way of writing. Each text gives what it has; the whole decides.

export interface Occurrence {
  /** Index of the group in `variantGroups`, or `width`. */
  group: number | 'width';
  form: number;
  from: number;
  to: number;
  quote: string;
}

const half = 0;
const full = 1;

/** What a text has of words and figures that can be written in more than one way. */
export function occurrencesIn(text: string): Occurrence[] {
  const words = variantGroups.flatMap((forms, group) =>
    forms.flatMap(({ pattern }, at) =>
      [...text.matchAll(pattern)].map(({ 0: quote, index }) => ({
        group,
        form: at,
        from: index,
        to: index + quote.length,
        quote,
      })),
    ),
  );
  return [...words, ...widths(text)];
}

/** Figures and letters, by width. A run of both belongs to neither: `findWidths` names it. */
function widths(text: string): Occurrence[] {
  return [...text.matchAll(/[0-9A-Za-z%０-９Ａ-Ｚａ-ｚ％]+/gu)].flatMap(({ 0: quote, index }) => {
    const wide = /[０-９Ａ-Ｚａ-ｚ％]/u.test(quote);
    if (wide && /[0-9A-Za-z%]/u.test(quote)) return [];
    return [
      { group: 'width' as const, form: wide ? full : half, from: index, to: index + quote.length, quote },
    ];
  });
}

/** The form of each group that a script keeps to: what it has most of; null where there is only one. */
export function decide(
  occurrences: Iterable<Occurrence>,
  wording: Pick<Wording, 'preferred'>,
): (occurrence: Occurrence) => WordHit | null {
  const counts = new Map<Occurrence['group'], number[]>();
  for (const { group, form } of occurrences) {
    const row = counts.get(group) ?? [];
    row[form] = (row[form] ?? 0) + 1;
    counts.set(group, row);
  }
  // Where the tenant has said how a word is written, that is the rule, and it is checked as such.
  const settled = new Set(wording.preferred.flatMap(({ use, variants }) => [use, ...variants]));
  return (occurrence) => {
    const row = counts.get(occurrence.group) ?? [];
    const kept = mostOf(row);
    if (kept === occurrence.form) return null;
    if (occurrence.group === 'width') return widthHit(occurrence, kept);
    const forms = variantGroups[occurrence.group] ?? [];
    if (forms.some(({ label }) => settled.has(label))) return null;
    return variantHit(occurrence, forms[kept]);
  };
}

function mostOf(row: readonly (number | undefined)[]): number {
  let best = 0;
  for (let form = 1; form < row.length; form += 1) if ((row[form] ?? 0) > (row[best] ?? 0)) best = form;
  return best;
}

function variantHit({ from, to, group, form }: Occurrence, kept: Form | undefined): WordHit | null {
  if (kept === undefined || group === 'width') return null;
  const label = variantGroups[group]?.[form]?.label ?? '';
  return { code: 'mixed_spelling', from, to, instead: kept.text, values: { form: label, kept: kept.label } };
}

function widthHit({ from, to, quote }: Occurrence, kept: number): WordHit {
  const instead = kept === half ? quote.normalize('NFKC') : widened(quote);
  return { code: 'mixed_width', from, to, instead, values: { form: quote, kept: instead } };
}

function widened(text: string): string {
  return text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Half-width kana, and figures that change their width within one number. */
export function findWidths(text: string): WordHit[] {
  return [...text.matchAll(/[\uFF61-\uFF9F]+|[0-9０-９]+/gu)].flatMap(({ 0: quote, index }) => {
    const kana = /[\uFF61-\uFF9F]/u.test(quote);
    const mixed = /[0-9]/u.test(quote) && /[０-９]/u.test(quote);
    if (!kana && !mixed) return [];
    const instead = quote.normalize('NFKC');
    const values = { form: quote, kept: instead };
    return [{ code: 'mixed_width' as const, from: index, to: index + quote.length, instead, values }];
  });
}
