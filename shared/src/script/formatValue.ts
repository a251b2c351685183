import type { PlaceholderType } from './schema.ts';

/** A filled-in value as it is read aloud: amounts with commas, dates in words. What does not fit its type stays as it is. */
export function formatValue(text: string, type: PlaceholderType, language: 'ja' | 'en'): string {
  if (type === 'amount') return withCommas(text);
  if (type === 'date') return dateInWords(text, language);
  return text;
}

function withCommas(text: string): string {
  const plain = text.replace(/,/gu, '');
  if (!/^-?\d+(\.\d+)?$/u.test(plain)) return text;
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dateInWords(text: string, language: 'ja' | 'en'): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return text;
  return language === 'ja'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${name} ${Number(day)}, ${year}`;
}
