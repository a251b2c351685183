import type { ASTNode } from '@marcbachmann/cel-js';
import { valueText } from './callValues.ts';
import { evaluate, treeOf } from './conditions.ts';
import type { Values } from './conditions.ts';
import { keyOf, keysOf } from './conditionKeys.ts';
import type { Script } from './schema.ts';
import { own } from './own.ts';

export type Language = 'ja' | 'en';

/** What the agent knows a key and its values by. */
export type Labels = Readonly<Record<string, { label: string; options?: Readonly<Record<string, string>> }>>;

export interface Explanation {
  holds: boolean;
  /** The condition in words: 「解約理由 = 料金 かつ 契約月数 > 24」; the expression itself where words would mislead. */
  sentence: string;
  /** The values it looked at, by label; `text` is '' when not filled in. */
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
): Explanation {
  const { value, failure } = evaluate(expression, values);
  const tree = treeOf(expression);
  const keys = tree === null ? [] : keysOf(tree);
  const seen = keys.map((key) => {
    const text = valueText(own(values, key));
    return { key, label: labelOf(key, labels), text: optionLabel(key, text, labels) ?? text };
  });
  const sentence = (tree === null ? null : say(tree, { labels, words: words[language] })) ?? expression;
  return { holds: value === true, sentence, seen, failure };
}

/** The labels of all fields and placeholders of a script. */
export function labelsOf(script: Pick<Script, 'steps' | 'placeholders'>): Labels {
  const labels: Record<string, Labels[string]> = {};
  for (const { key, label } of script.placeholders) labels[key] = { label: label === '' ? key : label };
  for (const { key, label, options } of script.steps.flatMap((step) => step.fields)) {
    const named = Object.fromEntries((options ?? []).map((option) => [option.value, option.label]));
    labels[key] = { label: label === '' ? key : label, options: named };
  }
  return labels;
}

const words = {
  ja: {
    and: ' かつ ',
    or: ' または ',
    not: (inner: string) => `（${inner}）でない`,
    oneOf: (key: string, list: string) => `${key} が ${list} のいずれか`,
    contains: (key: string, part: string) => `${key} に ${part} を含む`,
    count: (key: string) => `${key}の数`,
    separator: '・',
    empty: '未入力',
    yes: 'はい',
    no: 'いいえ',
  },
  en: {
    and: ' and ',
    or: ' or ',
    not: (inner: string) => `not (${inner})`,
    oneOf: (key: string, list: string) => `${key} is one of ${list}`,
    contains: (key: string, part: string) => `${key} contains ${part}`,
    count: (key: string) => `number of ${key}`,
    separator: ', ',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
  },
} as const;

interface Voice {
  labels: Labels;
  words: (typeof words)[Language];
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
      return map(say(node.args, voice), voice.words.not);
    case 'in':
      return membership(node.args, voice);
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

function both([left, right]: readonly [ASTNode, ASTNode], word: string, voice: Voice): string | null {
  // `x != null && …x…` guards the evaluation; said aloud, the second half is enough.
  const guarded = guardedKey(left);
  if (word === voice.words.and && guarded !== null && keysOf(right).includes(guarded))
    return say(right, voice);
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

function comparison(sign: string, [left, right]: readonly [ASTNode, ASTNode], voice: Voice): string | null {
  const subject = operand(left, voice, keyOf(right));
  const object = operand(right, voice, keyOf(left));
  return subject === null || object === null ? null : `${subject} ${sign} ${object}`;
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
    return counted === null ? null : voice.words.count(labelOf(counted, voice.labels));
  }
  if (node.op !== 'value') return null;
  const value = node.args;
  if (value === null) return voice.words.empty;
  if (typeof value === 'boolean') return value ? voice.words.yes : voice.words.no;
  if (value instanceof Uint8Array) return null;
  const text = typeof value === 'object' ? '' : String(value);
  return (ofKey === null ? undefined : optionLabel(ofKey, text, voice.labels)) ?? text;
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
