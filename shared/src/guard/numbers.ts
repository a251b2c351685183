import type { FieldValue } from '../call.ts';

// Numbers that nobody may keep (SPEC 65): payment cards are cut down to their last four digits, individual numbers (マイナンバー) are named.

/** A digit of any width, as input methods write it. */
const digit = '[0-9\\uFF10-\\uFF19]';
/** One mark between groups of digits: spaces and hyphens of every kind. */
const joint = '[ \\u3000\\-\\u2010-\\u2015\\u2212\\u30FC\\uFF0D]';
const runs = new RegExp(`${digit}+(?:${joint}${digit}+)*`, 'gu');
const groups = new RegExp(`${digit}+`, 'gu');

/** The first digits of the schemes in use: Visa, Mastercard, American Express, Diners, JCB, Discover, UnionPay. */
const schemes =
  /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|30[0-5]|3[68]|35(?:2[89]|[3-8])|6011|65|64[4-9]|62)/u;

interface Stretch {
  from: number;
  to: number;
  digits: string;
}

/** A text with every payment card number cut down to its last four digits; the same text when it holds none. */
export function maskCards(text: string): string {
  let masked = '';
  let done = 0;
  for (const { from, to, digits } of cardsIn(text)) {
    masked += `${text.slice(done, from)}●●●●${digits.slice(-4)}`;
    done = to;
  }
  return done === 0 ? text : masked + text.slice(done);
}

/** The same for what a field holds. */
export function maskCardsOf<T extends FieldValue>(value: T): T | string {
  if (typeof value === 'string') return maskCards(value);
  if (typeof value !== 'number') return value;
  const masked = maskCards(String(value));
  return masked === String(value) ? value : masked;
}

/** Every text of a record of values, masked; the same record when nothing had to be. */
export function maskCardsIn<T extends FieldValue>(
  values: Readonly<Record<string, T>>,
): Readonly<Record<string, T | string>> {
  const entries = Object.entries(values).map(([name, value]) => [name, maskCardsOf(value)] as const);
  return entries.every(([name, value]) => value === values[name]) ? values : Object.fromEntries(entries);
}

/** Whether a text holds what reads as an individual number: twelve digits of their own whose last one checks the others. */
export function holdsMyNumber(text: string): boolean {
  return stretchesIn(text).some(({ digits, whole }) => whole && isMyNumber(digits));
}

function cardsIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretchesIn(text)) {
    const last = found.at(-1);
    if (isCard(stretch.digits) && (last === undefined || last.to <= stretch.from)) found.push(stretch);
  }
  return found;
}

/** Every sequence of whole groups in every run of digits, longer ones first where they begin alike. */
function stretchesIn(text: string): (Stretch & { whole: boolean })[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }) => {
    const parts = [...run.matchAll(groups)].map(({ 0: part, index: at }) => ({
      from: index + at,
      to: index + at + part.length,
      digits: part.normalize('NFKC'),
    }));
    return parts.flatMap((first, begin) =>
      parts
        .slice(begin)
        .map((last, more) => ({
          from: first.from,
          to: last.to,
          digits: parts
            .slice(begin, begin + more + 1)
            .map(({ digits }) => digits)
            .join(''),
          whole: begin === 0 && begin + more === parts.length - 1,
        }))
        .filter(({ digits }) => digits.length <= 19)
        .reverse(),
    );
  });
}

function isCard(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && schemes.test(digits) && passesLuhn(digits);
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, each, place) => {
      const value = Number(each) * (place % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** The check digit of 行政手続における特定の個人を識別するための番号 (ordinance 85 of 2014 of the Ministry of Internal Affairs, article 5). */
function isMyNumber(digits: string): boolean {
  if (digits.length !== 12) return false;
  const body = Array.from(digits.slice(0, 11), Number).reverse();
  const sum = body.reduce((total, value, at) => total + value * (at < 6 ? at + 2 : at - 4), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}
