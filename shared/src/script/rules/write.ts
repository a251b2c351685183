import { isComplete, isGroup } from './tree.ts';
import type { Rule, RuleGroup, RuleMode, RuleOperator, RuleSubject, RuleTree, RuleValue } from './tree.ts';

/**
 * The condition in CEL that a tree of rules means; null when no rule is complete. What is not filled in fails no rule: tests
 * that CEL cannot make of null ask for null first.
 */
export function writeRules({ mode, items }: RuleTree): string | null {
  const written = items.flatMap((item) => (isGroup(item) ? writeGroup(item) : writeRule(item)) ?? []);
  return joined(mode, written)?.text ?? null;
}

/** `join`: what joins its parts, so that parentheses stand only where they are needed. */
interface Written {
  text: string;
  join: '&&' | '||' | 'nullTest' | null;
}

const joins: Readonly<Record<RuleMode, '&&' | '||'>> = { all: '&&', any: '||', none: '||', notAll: '&&' };

function writeGroup({ mode, rules }: RuleGroup): Written | null {
  return joined(
    mode,
    rules.flatMap((rule) => writeRule(rule) ?? []),
  );
}

function joined(mode: RuleMode, parts: readonly Written[]): Written | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const join = joins[mode];
  const text = parts
    .map((part) =>
      part.join === null || part.join === join || rest.length === 0 ? part.text : `(${part.text})`,
    )
    .join(` ${join} `);
  if (mode === 'all' || mode === 'any') return rest.length === 0 ? first : { text, join };
  // No key begins like this: a call by itself, which needs no parentheses.
  const isCall = rest.length === 0 && first.join === null && /^is[A-Z]/u.test(text);
  return { text: isCall ? `!${text}` : `!(${text})`, join: null };
}

function writeRule(rule: Rule): Written | null {
  if (!isComplete(rule)) return null;
  const { subject, operator, value } = rule;
  return test(operator, subjectText(subject), value === null ? '' : valueText(value));
}

const signs: Readonly<Partial<Record<RuleOperator, string>>> = {
  is: '==',
  isNot: '!=',
  greater: '>',
  atLeast: '>=',
  less: '<',
  atMost: '<=',
};

function test(operator: RuleOperator, subject: string, value: string): Written {
  const plain = (text: string): Written => ({ text, join: null });
  const guarded = (text: string): Written => ({ text: `${subject} != null && ${text}`, join: 'nullTest' });
  switch (operator) {
    case 'oneOf':
      return plain(`${subject} in ${value}`);
    case 'notOneOf':
      return plain(`!(${subject} in ${value})`);
    case 'has':
      return plain(`${value} in ${subject}`);
    case 'hasNot':
      return plain(`!(${value} in ${subject})`);
    case 'countIs':
      return guarded(`size(${subject}) == ${value}`);
    case 'countAtLeast':
      return guarded(`size(${subject}) >= ${value}`);
    case 'contains':
      return guarded(`${subject}.contains(${value})`);
    case 'notContains':
      return plain(`!(${subject} != null && ${subject}.contains(${value}))`);
    case 'startsWith':
      return guarded(`${subject}.startsWith(${value})`);
    case 'filled':
      return plain(`${subject} != null`);
    case 'empty':
      return plain(`${subject} == null`);
    case 'open':
      return plain('isOpen()');
    case 'closed':
      return plain('!isOpen()');
    case 'businessDay':
      return plain(`isBusinessDay(${subject})`);
    case 'notBusinessDay':
      return plain(`!isBusinessDay(${subject})`);
    case 'holiday':
      return plain(`isHoliday(${subject})`);
    case 'notHoliday':
      return plain(`!isHoliday(${subject})`);
    case 'weekday':
      return plain(`weekday(${subject}) in ${value}`);
    case 'notWeekday':
      return plain(`!(weekday(${subject}) in ${value})`);
    default:
      return plain(`${subject} ${signs[operator] ?? '=='} ${value}`);
  }
}

function subjectText(subject: RuleSubject): string {
  if (subject.kind === 'key') return subject.key;
  return subject.kind === 'today' ? 'today()' : '';
}

function valueText(value: RuleValue): string {
  switch (value.kind) {
    case 'text':
      return textLiteral(value.text);
    case 'number':
      return String(value.number);
    case 'list':
      return `[${value.items.map(textLiteral).join(', ')}]`;
    case 'numbers':
      return `[${value.numbers.join(', ')}]`;
    case 'key':
      return value.key;
    case 'days':
      if (value.business) return `addBusinessDays(today(), ${value.days})`;
      return value.days === 0 ? 'today()' : `addDays(today(), ${value.days})`;
  }
}

/** A text as a literal of CEL, which knows the escapes of JSON but no half of a surrogate pair. */
export function textLiteral(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, ''));
}
