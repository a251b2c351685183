import type { Field, Placeholder, Script } from '@daihon/shared/script/schema';
import type { RuleOperator, RuleSubject } from '@daihon/shared/script/rules/tree';
import { shareUnchanged } from '../session/shareUnchanged.ts';

/** How the values of a key can be compared. */
export type OperandType =
  'text' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'tick' | 'today' | 'open';

export interface Operand {
  key: string;
  label: string;
  origin: 'field' | 'placeholder';
  type: OperandType;
  options: { value: string; label: string }[];
}

const known = new WeakMap<Script, Operand[]>();
let latest: Operand[] = [];

/** What conditions may ask about, fields first; the same array while nothing of it changes. */
export function operandsOf(script: Script): Operand[] {
  const present = known.get(script);
  if (present !== undefined) return present;
  const byKey = new Map<string, Operand>();
  for (const field of script.steps.flatMap(({ fields }) => fields)) {
    if (!byKey.has(field.key)) byKey.set(field.key, operandOfField(field));
  }
  for (const placeholder of script.placeholders) {
    if (!byKey.has(placeholder.key)) byKey.set(placeholder.key, operandOfPlaceholder(placeholder));
  }
  latest = shareUnchanged(latest, [...byKey.values()]);
  known.set(script, latest);
  return latest;
}

const ofFields: Partial<Record<Field['type'], OperandType>> = {
  number: 'number',
  date: 'date',
  time: 'time',
  select: 'choice',
  radio: 'choice',
};

function operandOfField({ key, label, type, options }: Field): Operand {
  const ticked = type === 'checkbox' || type === 'readback';
  return {
    key,
    label: label === '' ? key : label,
    origin: 'field',
    type: ticked ? (options === undefined ? 'tick' : 'choices') : (ofFields[type] ?? 'text'),
    options: options ?? [],
  };
}

const ofPlaceholders: Partial<Record<Placeholder['type'], OperandType>> = {
  number: 'number',
  amount: 'number',
  date: 'date',
  time: 'time',
};

function operandOfPlaceholder({ key, label, type }: Placeholder): Operand {
  return {
    key,
    label: label === '' ? key : label,
    origin: 'placeholder',
    type: ofPlaceholders[type] ?? 'text',
    options: [],
  };
}

const dayOperators: readonly RuleOperator[] = [
  'businessDay',
  'notBusinessDay',
  'holiday',
  'notHoliday',
  'weekday',
  'notWeekday',
];
const given: readonly RuleOperator[] = ['filled', 'empty'];

const operators: Readonly<Record<OperandType, readonly RuleOperator[]>> = {
  text: ['is', 'isNot', 'contains', 'notContains', 'startsWith', ...given],
  number: ['is', 'isNot', 'atLeast', 'atMost', 'greater', 'less', ...given],
  date: ['is', 'isNot', 'atLeast', 'atMost', 'greater', 'less', ...dayOperators, ...given],
  time: ['is', 'atLeast', 'atMost', 'greater', 'less', ...given],
  choice: ['is', 'isNot', 'oneOf', 'notOneOf', ...given],
  choices: ['has', 'hasNot', 'countAtLeast', 'countIs', ...given],
  tick: [...given],
  today: [...dayOperators, 'is', 'atLeast', 'atMost', 'greater', 'less'],
  open: ['open', 'closed'],
};

/** The comparisons that make sense for a type, the usual one first. */
export function operatorsOf(type: OperandType): readonly RuleOperator[] {
  return operators[type];
}

/** The type of what a rule asks about; an unknown key is compared as text. */
export function typeOf(subject: RuleSubject, operands: readonly Operand[]): OperandType {
  if (subject.kind !== 'key') return subject.kind;
  return operands.find(({ key }) => key === subject.key)?.type ?? 'text';
}
