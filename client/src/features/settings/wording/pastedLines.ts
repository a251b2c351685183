import type { Wording } from '@daihon/shared/settings';

type Forbidden = Wording['forbidden'][number];
type Preferred = Wording['preferred'][number];

/** The cells of each line that holds anything: from a spreadsheet (tabs) or typed (commas of either width). */
function cellsOf(text: string): string[][] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[\t,，、]/u).map((cell) => cell.trim()));
}

/** NG words, one a line; the third cell says how grave, an error where it says nothing. */
export function forbiddenFrom(text: string): { rows: Forbidden[]; skipped: number } {
  const cells = cellsOf(text);
  const rows = cells.flatMap(([word = '', instead = '', severity = '']): Forbidden[] => {
    const mild = /^(?:警告|warning)/iu.test(severity);
    if (word === '') return [];
    return [
      { word: word.slice(0, 100), instead: instead.slice(0, 200), severity: mild ? 'warning' : 'error' },
    ];
  });
  return { rows, skipped: cells.length - rows.length };
}

/** Spellings, one a line: how it is written, then its variants. */
export function preferredFrom(text: string): { rows: Preferred[]; skipped: number } {
  const cells = cellsOf(text);
  const rows = cells.flatMap(([use = '', ...others]): Preferred[] => {
    const variants = others.filter((variant) => variant !== '' && variant !== use);
    if (use === '' || variants.length === 0) return [];
    return [{ use: use.slice(0, 100), variants: variants.slice(0, 20).map((each) => each.slice(0, 100)) }];
  });
  return { rows, skipped: cells.length - rows.length };
}

/** Variants as they are typed into one input. */
export function variantsFrom(text: string): string[] {
  return text
    .split(/[\n,，、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .slice(0, 20);
}

/** What came in after what was there; a word that is there already is replaced. */
export function joined<T>(present: readonly T[], rows: readonly T[], keyOf: (row: T) => string): T[] {
  const fresh = new Map(rows.map((row) => [keyOf(row), row]));
  return [...present.filter((row) => !fresh.has(keyOf(row))), ...fresh.values()];
}
