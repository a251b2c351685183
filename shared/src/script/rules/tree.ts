/** How the items of a group count: all, at least one, none of them, or not all of them together. */
export type RuleMode = 'all' | 'any' | 'none' | 'notAll';

/** What a rule asks about: a field or placeholder, the day of the call, or whether the centre is open. */
export type RuleSubject = { kind: 'key'; key: string } | { kind: 'today' } | { kind: 'open' };

export const ruleOperators = [
  'is',
  'isNot',
  'oneOf',
  'notOneOf',
  'greater',
  'atLeast',
  'less',
  'atMost',
  'has',
  'hasNot',
  'countIs',
  'countAtLeast',
  'contains',
  'notContains',
  'startsWith',
  'filled',
  'empty',
  'open',
  'closed',
  'businessDay',
  'notBusinessDay',
  'holiday',
  'notHoliday',
  'weekday',
  'notWeekday',
] as const;
export type RuleOperator = (typeof ruleOperators)[number];

/** `days`: a day counted from the day of the call, in business days where `business`; 0 is that day itself. */
export type RuleValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'numbers'; numbers: readonly number[] }
  | { kind: 'key'; key: string }
  | { kind: 'days'; days: number; business: boolean };

/** 「項目 · 比較 · 値」 */
export interface Rule {
  subject: RuleSubject;
  operator: RuleOperator;
  value: RuleValue | null;
}

export interface RuleGroup {
  mode: RuleMode;
  rules: readonly Rule[];
}

/** A condition as the rule builder shows it: rules and, one level deep, groups of rules. */
export interface RuleTree {
  mode: RuleMode;
  items: readonly (Rule | RuleGroup)[];
}

/** Whether an item of a tree is a group. */
export function isGroup(item: Rule | RuleGroup): item is RuleGroup {
  return 'rules' in item;
}

/** Operators that another one denies; their text in CEL is `!(…)` of it. */
export const deniedBy: Readonly<Partial<Record<RuleOperator, RuleOperator>>> = {
  oneOf: 'notOneOf',
  has: 'hasNot',
  contains: 'notContains',
  open: 'closed',
  businessDay: 'notBusinessDay',
  holiday: 'notHoliday',
  weekday: 'notWeekday',
};

/** The kinds of value that an operator is compared with; none: it says all by itself. */
export const valueKinds: Readonly<Record<RuleOperator, readonly RuleValue['kind'][]>> = {
  is: ['text', 'number', 'key', 'days'],
  isNot: ['text', 'number', 'key', 'days'],
  oneOf: ['list'],
  notOneOf: ['list'],
  greater: ['number', 'text', 'key', 'days'],
  atLeast: ['number', 'text', 'key', 'days'],
  less: ['number', 'text', 'key', 'days'],
  atMost: ['number', 'text', 'key', 'days'],
  has: ['text'],
  hasNot: ['text'],
  countIs: ['number'],
  countAtLeast: ['number'],
  contains: ['text'],
  notContains: ['text'],
  startsWith: ['text'],
  filled: [],
  empty: [],
  open: [],
  closed: [],
  businessDay: [],
  notBusinessDay: [],
  holiday: [],
  notHoliday: [],
  weekday: ['numbers'],
  notWeekday: ['numbers'],
};

const counts: ReadonlySet<RuleOperator> = new Set(['countIs', 'countAtLeast']);

/** Whether a rule says enough to be written: a key is chosen, and what it is compared with is given. */
export function isComplete({ subject, operator, value }: Rule): boolean {
  if (subject.kind === 'key' && subject.key === '') return false;
  const kinds = valueKinds[operator];
  if (kinds.length === 0) return true;
  if (value === null || !kinds.includes(value.kind)) return false;
  switch (value.kind) {
    case 'text':
      return value.text !== '';
    case 'number':
      return counts.has(operator)
        ? Number.isSafeInteger(value.number) && value.number >= 0
        : Number.isFinite(value.number);
    case 'list':
      return value.items.length > 0;
    case 'numbers':
      return value.numbers.length > 0;
    case 'key':
      return value.key !== '';
    case 'days':
      return Number.isSafeInteger(value.days);
  }
}
