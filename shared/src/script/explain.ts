import type { ASTNode } from '@marcbachmann/cel-js';
import { localTime, weekdayNumber } from '../calendar/days.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import { valueText } from './valueText.ts';
import { evaluate, treeOf } from './conditions.ts';
import type { Values } from './conditions.ts';
import { asksForNow, keyOf, keysOf } from './conditionKeys.ts';
import { sayCall } from './explain/calls.ts';
import { weekdayWord, words } from './explain/words.ts';
import type { Language, Words } from './explain/words.ts';
import type { Field, Script } from './schema.ts';
import { own } from './own.ts';

/** What the agent knows a key and its values by. */
export type Labels = Readonly<
  Record<string, { label: string; options?: Readonly<Record<string, string>>; format?: 'date' | 'amount' }>
>;

export interface Explanation {
  holds: boolean;
  /** The condition in words: 「解約理由 = 料金 かつ 契約月数 > 24」; the expression itself where words would mislead. */
  sentence: string;
  /** The values it looked at, by label; `text` is '' when not filled in. The time, where it counts, has the key ''. */
  seen: { key: string; label: string; text: string }[];
  /** Why it could not be decided, in English; null when it could. */
  failure: string | null;
}

/** Says a condition in the agent's words and what it came to. Never throws. */
export function explain(
  expression: string,
  values: Values,
  labels: Labels,
  language: Language = 'ja',
  around?: Surroundings,
): Explanation {
  const { value, failure } = evaluate(expression, values, around);
  const tree = treeOf(expression);
  const keys = tree === null ? [] : keysOf(tree);
  const seen = keys.map((key) => {
    const text = valueText(own(values, key));
    return { key, label: labelOf(key, labels), text: optionLabel(key, text, labels) ?? text };
  });
  if (around !== undefined && tree !== null && asksForNow(tree))
    seen.push({ key: '', label: words[language].now, text: nowText(around, language) });
  const sentence = (tree === null ? null : say(tree, { labels, words: words[language] })) ?? expression;
  return { holds: value === true, sentence, seen, failure };
}

/** 「2026-11-24（火曜日）18:05」 */
function nowText({ now, timeZone }: Surroundings, language: Language): string {
  const { day, minute } = localTime(now, timeZone);
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const weekday = words[language].bracket(weekdayWord(String(weekdayNumber(day)), language) ?? '');
  return language === 'ja' ? `${day}${weekday}${time}` : `${day} ${weekday} ${time}`;
}

/** How a computed value is read aloud; what was typed stays as it was typed. */
export function computedFormat({
  type,
  computed,
}: Pick<Field, 'type' | 'computed'>): 'date' | 'amount' | null {
  if (computed === undefined) return null;
  if (type === 'date') return 'date';
  return type === 'number' ? 'amount' : null;
}

/** The labels of all fields and placeholders of a script. */
export function labelsOf(script: Pick<Script, 'steps' | 'placeholders'>): Labels {
  const labels: Record<string, Labels[string]> = {};
  for (const { key, label } of script.placeholders) labels[key] = { label: label === '' ? key : label };
  for (const field of script.steps.flatMap((step) => step.fields)) {
    const { key, label, options } = field;
    const format = computedFormat(field);
    const named = Object.fromEntries((options ?? []).map((option) => [option.value, option.label]));
    labels[key] = {
      label: label === '' ? key : label,
      options: named,
      ...(format === null ? {} : { format }),
    };
  }
  return labels;
}

interface Voice {
  labels: Labels;
  words: Words;
}

const signs: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

/** Null where there are no fitting words. */
function say(node: ASTNode, voice: Voice): string | null {
  switch (node.op) {
    case '&&':
      return both(node.args, voice.words.and, voice);
    case '||':
      return both(node.args, voice.words.or, voice);
    case '!_':
      return negation(node.args, voice);
    case 'in':
      return membership(node.args, voice);
    case 'rcall':
      return ofText(node.args, voice);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(signs[node.op] ?? node.op, node.args, voice);
    default:
      return operand(node, voice, null);
  }
}

function negation(node: ASTNode, voice: Voice): string | null {
  const own = node.op === 'call' ? called(node.args, voice, true) : null;
  return own ?? map(say(node, voice), voice.words.not);
}

/** A call of one of the script's functions in words. */
function called([name, args]: readonly [string, ASTNode[]], voice: Voice, negated = false): string | null {
  return sayCall(name, args, (arg) => operand(arg, voice, null), voice.words, negated);
}

function both([left, right]: readonly [ASTNode, ASTNode], word: string, voice: Voice): string | null {
  // `x != null && …x…` guards the evaluation; said aloud, the second half is enough.
  const guarded = guardedKey(left);
  if (word === voice.words.and && guarded !== null && keysOf(right).includes(guarded))
    return say(right, voice);
  if (word === voice.words.and && left.op === '&&') {
    const [before, guard] = left.args;
    const key = guardedKey(guard);
    if (key !== null && keysOf(right).includes(key)) return both([before, right], word, voice);
  }
  const sides = [left, right].map((side) => {
    const said = say(side, voice);
    return said !== null && word !== voice.words.or && side.op === '||' ? `（${said}）` : said;
  });
  return sides.includes(null) ? null : sides.join(word);
}

/** `x` of `x != null`. */
function guardedKey(node: ASTNode): string | null {
  if (node.op !== '!=') return null;
  const [subject, object] = node.args;
  return object.op === 'value' && object.args === null ? keyOf(subject) : null;
}

/** `x.contains("…")` and `x.startsWith("…")`. */
function ofText(
  [name, receiver, [argument]]: readonly [string, ASTNode, readonly ASTNode[]],
  voice: Voice,
): string | null {
  const key = keyOf(receiver);
  const part = argument === undefined ? null : operand(argument, voice, null);
  if (key === null || part === null || (name !== 'contains' && name !== 'startsWith')) return null;
  return voice.words[name](labelOf(key, voice.labels), part);
}

function comparison(sign: string, [left, right]: readonly [ASTNode, ASTNode], voice: Voice): string | null {
  const filled = right.op === 'value' && right.args === null ? keyOf(left) : null;
  if (filled !== null && (sign === '=' || sign === '≠'))
    return voice.words[sign === '=' ? 'isEmpty' : 'isFilled'](labelOf(filled, voice.labels));
  const weekday = left.op === 'call' && left.args[0] === 'weekday' ? weekdayOf(right, voice) : null;
  const subject = operand(left, voice, keyOf(right));
  const object = weekday ?? operand(right, voice, keyOf(left));
  return subject === null || object === null ? null : `${subject} ${sign} ${object}`;
}

/** 1 as 月曜日, where a weekday is compared. */
function weekdayOf(node: ASTNode, { words: { language } }: Voice): string | null {
  return node.op === 'value' ? weekdayWord(String(node.args), language) : null;
}

function membership([member, list]: readonly [ASTNode, ASTNode], voice: Voice): string | null {
  const key = keyOf(member);
  if (key !== null && list.op === 'list') {
    const named = list.args.map((each) => operand(each, voice, key));
    return named.includes(null)
      ? null
      : voice.words.oneOf(labelOf(key, voice.labels), named.join(voice.words.separator));
  }
  const listKey = keyOf(list);
  const part = operand(member, voice, listKey);
  return listKey === null || part === null
    ? null
    : voice.words.contains(labelOf(listKey, voice.labels), part);
}

/** A key by its label, a value by the label that `ofKey` gives it. */
function operand(node: ASTNode, voice: Voice, ofKey: string | null): string | null {
  const key = keyOf(node);
  if (key !== null) return labelOf(key, voice.labels);
  if (node.op === 'call') {
    const counted = countedKey(node.args);
    return counted === null ? called(node.args, voice) : voice.words.count(labelOf(counted, voice.labels));
  }
  if (node.op !== 'value') return sum(node, voice);
  const value = node.args;
  if (value === null) return voice.words.empty;
  if (typeof value === 'boolean') return value ? voice.words.yes : voice.words.no;
  if (value instanceof Uint8Array) return null;
  const text = typeof value === 'object' ? '' : String(value);
  return (ofKey === null ? undefined : optionLabel(ofKey, text, voice.labels)) ?? text;
}

const arithmetic: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/** 「数量 × 単価」, 「−1」, 「条件 なら A、それ以外は B」; null for anything else. */
function sum(node: ASTNode, voice: Voice): string | null {
  if (node.op === '-_') return map(operand(node.args, voice, null), (inner) => `-${inner}`);
  if (node.op === '?:') {
    const [condition, ...results] = node.args;
    const [yes = null, no = null] = results.map((result) => operand(result, voice, null));
    const asked = say(condition, voice);
    return asked === null || yes === null || no === null ? null : voice.words.choice(asked, yes, no);
  }
  if (node.op !== '+' && node.op !== '-' && node.op !== '*' && node.op !== '/') return null;
  const sides = node.args.map((side) => {
    const said = operand(side, voice, null);
    return said !== null && Object.hasOwn(arithmetic, side.op) ? voice.words.bracket(said) : said;
  });
  return sides.includes(null) ? null : sides.join(` ${arithmetic[node.op] ?? node.op} `);
}

/** `x` of `size(x)`. */
function countedKey([name, [of]]: readonly [string, readonly ASTNode[]]): string | null {
  return name === 'size' && of !== undefined ? keyOf(of) : null;
}

function labelOf(key: string, labels: Labels): string {
  return own(labels, key)?.label ?? key;
}

function optionLabel(key: string, text: string, labels: Labels): string | undefined {
  return own(own(labels, key)?.options ?? {}, text);
}

function map(value: string | null, apply: (value: string) => string): string | null {
  return value === null ? null : apply(value);
}
