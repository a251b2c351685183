import type { ASTNode } from '@marcbachmann/cel-js';
import type { Words } from './words.ts';

/** How a function is said: its words for the words of what it is called with. */
type Say = (args: readonly string[], nodes: readonly ASTNode[], words: Words) => string | null;

const values: Readonly<Record<string, Say>> = {
  today: (_args, _nodes, words) => words.today,
  addDays: ([date = '', count = ''], [, node], words) =>
    node !== undefined && isNegative(node)
      ? words.daysBefore(date, count.replace(/^-/u, ''))
      : words.daysAfter(date, count),
  addBusinessDays: ([date = '', count = ''], [, node], words) => {
    if (count === '0') return words.nextBusinessDay(date);
    return node !== undefined && isNegative(node)
      ? words.businessDaysBefore(date, count.replace(/^-/u, ''))
      : words.businessDaysAfter(date, count);
  },
  daysBetween: ([from = '', to = ''], _nodes, words) => words.daysBetween(from, to),
  weekday: ([date = ''], _nodes, words) => words.weekday(date),
  withTax: ([amount = '', percent], _nodes, words) =>
    percent === undefined ? words.withTax(amount) : words.withTaxAt(amount, percent),
  withReducedTax: ([amount = ''], _nodes, words) => words.withReducedTax(amount),
};

const truths: Readonly<Record<string, { yes: Say; no: Say }>> = {
  isOpen: {
    yes: ([date, time], _nodes, words) =>
      date === undefined || time === undefined ? words.open : words.openAt(date, time),
    no: ([date, time], _nodes, words) =>
      date === undefined || time === undefined ? words.shut : words.shutAt(date, time),
  },
  isBusinessDay: {
    yes: ([date = ''], _nodes, words) => words.businessDay(date),
    no: ([date = ''], _nodes, words) => words.noBusinessDay(date),
  },
  isHoliday: {
    yes: ([date = ''], _nodes, words) => words.holiday(date),
    no: ([date = ''], _nodes, words) => words.noHoliday(date),
  },
};

/** A call of one of the script's own functions in words (`3営業日後`, `営業時間外` for a `negated` one); null for any other. */
export function sayCall(
  name: string,
  nodes: readonly ASTNode[],
  sayArgument: (node: ASTNode) => string | null,
  words: Words,
  negated = false,
): string | null {
  const say = Object.hasOwn(truths, name)
    ? truths[name]?.[negated ? 'no' : 'yes']
    : !negated && Object.hasOwn(values, name)
      ? values[name]
      : undefined;
  if (say === undefined) return null;
  const args = nodes.map(sayArgument);
  const known = args.filter((arg) => arg !== null);
  return known.length === args.length ? say(known, nodes, words) : null;
}

function isNegative({ op, args }: ASTNode): boolean {
  if (op === '-_') return true;
  return op === 'value' && (typeof args === 'bigint' || typeof args === 'number') && args < 0;
}
