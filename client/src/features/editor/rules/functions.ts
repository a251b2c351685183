/** What a menu writes into an expression, and which part of it is then selected. */
export interface Insertion {
  text: string;
  select: readonly [number, number];
}

/** `slot`: what stands in the example for what is to be written. */
export interface ExpressionFunction {
  name:
    | 'today'
    | 'addDays'
    | 'addBusinessDays'
    | 'daysBetween'
    | 'isBusinessDay'
    | 'isHoliday'
    | 'weekday'
    | 'isOpen'
    | 'withTax'
    | 'withReducedTax'
    | 'withTaxPercent'
    | 'size'
    | 'condition';
  text: string;
  slot: string;
}

/** The functions that expressions may use, by what they are about. */
export const functionGroups: readonly {
  name: 'dates' | 'amounts' | 'texts';
  functions: readonly ExpressionFunction[];
}[] = [
  {
    name: 'dates',
    functions: [
      { name: 'today', text: 'today()', slot: '' },
      { name: 'addDays', text: 'addDays(today(), 7)', slot: '7' },
      { name: 'addBusinessDays', text: 'addBusinessDays(today(), 3)', slot: '3' },
      { name: 'daysBetween', text: 'daysBetween(today(), date)', slot: 'date' },
      { name: 'isBusinessDay', text: 'isBusinessDay(today())', slot: 'today()' },
      { name: 'isHoliday', text: 'isHoliday(today())', slot: 'today()' },
      { name: 'weekday', text: 'weekday(today())', slot: 'today()' },
      { name: 'isOpen', text: 'isOpen()', slot: '' },
    ],
  },
  {
    name: 'amounts',
    functions: [
      { name: 'withTax', text: 'withTax(amount)', slot: 'amount' },
      { name: 'withReducedTax', text: 'withReducedTax(amount)', slot: 'amount' },
      { name: 'withTaxPercent', text: 'withTax(amount, 8)', slot: 'amount' },
    ],
  },
  {
    name: 'texts',
    functions: [
      { name: 'size', text: 'size(items)', slot: 'items' },
      { name: 'condition', text: 'key == "" ? "A" : "B"', slot: 'key == ""' },
    ],
  },
];

export function insertionOf({ text, slot }: Pick<ExpressionFunction, 'text' | 'slot'>): Insertion {
  const at = slot === '' ? -1 : text.indexOf(slot);
  return { text, select: at === -1 ? [text.length, text.length] : [at, at + slot.length] };
}
