import type { Environment } from '@marcbachmann/cel-js';
import { addBusinessDays, holidayOn, isBusinessDay } from '../calendar/businessDays.ts';
import { addDays, dayOf, daysBetween, localTime, minuteOf, weekdayNumber } from '../calendar/days.ts';
import { isOpenAt } from '../calendar/openingHours.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import { withTax } from '../calendar/tax.ts';
import { numberOf } from './numberOf.ts';

/** What is asked for while one expression runs. Programs are compiled once and know no call, so it stands here meanwhile. */
let current: Surroundings | null = null;

/** Runs an expression in these surroundings; without any, one that asks for the day or the hours fails. */
export function runIn<T>(around: Surroundings | null, run: () => T): T {
  const before = current;
  current = around;
  try {
    return run();
  } finally {
    current = before;
  }
}

/** The names of the functions, with what each may be called with. Values that are no date give null (no yes), never an error. */
export const functionNames = [
  'today',
  'addDays',
  'addBusinessDays',
  'daysBetween',
  'isBusinessDay',
  'isHoliday',
  'weekday',
  'withTax',
  'withReducedTax',
  'isOpen',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Dates, business days, opening hours and tax (SPEC 20, 21) for conditions and computed fields. */
export function registerFunctions(environment: Environment): void {
  const add = (signature: string, run: (...values: unknown[]) => unknown): void => {
    environment.registerFunction(signature, run);
  };
  add('today(): string', () => here().day);
  add('addDays(dyn, dyn): dyn', (date, count) =>
    moved(date, count, (day, days) => (Math.abs(days) > maxDays ? null : addDays(day, days))),
  );
  add('addBusinessDays(dyn, dyn): dyn', (date, count) =>
    moved(date, count, (day, days) => addBusinessDays(day, days, around())),
  );
  add('daysBetween(dyn, dyn): dyn', (from, to) => {
    const [first, last] = [day(from), day(to)];
    return first === null || last === null ? null : BigInt(daysBetween(first, last));
  });
  add('weekday(dyn): dyn', (date) => {
    const known = day(date);
    return known === null ? null : BigInt(weekdayNumber(known));
  });
  add('isBusinessDay(dyn): bool', (date) => {
    const known = day(date);
    return known !== null && isBusinessDay(known, around());
  });
  add('isHoliday(dyn): bool', (date) => {
    const known = day(date);
    return known !== null && holidayOn(known, around()) !== null;
  });
  add('withTax(dyn): dyn', (amount) => taxed(amount, around().tax.standardPercent));
  add('withReducedTax(dyn): dyn', (amount) => taxed(amount, around().tax.reducedPercent));
  add('withTax(dyn, dyn): dyn', (amount, percent) => taxed(amount, number(percent)));
  add('isOpen(): bool', () => isOpenAt(here().day, here().minute, around()));
  add('isOpen(dyn, dyn): bool', (date, time) => {
    const known = day(date);
    const minute = typeof time === 'string' ? minuteOf(time) : null;
    return known !== null && minute !== null && isOpenAt(known, minute, around());
  });
}

/** A good hundred years: what lies further is a slip of the keyboard. */
const maxDays = 40_000;

function around(): Surroundings {
  if (current === null) throw new Error('The calendar is not known here');
  return current;
}

function here(): { day: string; minute: number } {
  const { now, timeZone } = around();
  return localTime(now, timeZone);
}

function day(value: unknown): string | null {
  return typeof value === 'string' ? dayOf(value) : null;
}

function number(value: unknown): number | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? numberOf(value) : null;
}

function moved(
  date: unknown,
  count: unknown,
  move: (day: string, count: number) => string | null,
): string | null {
  const known = day(date);
  const days = number(count);
  return known === null || days === null || !Number.isInteger(days) ? null : move(known, days);
}

function taxed(amount: unknown, percent: number | null): bigint | null {
  const known = number(amount);
  if (known === null || percent === null) return null;
  const total = withTax(known, percent, around().tax.rounding);
  return total === null ? null : BigInt(total);
}
