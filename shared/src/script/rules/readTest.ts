import type { ASTNode } from '@marcbachmann/cel-js';
import { keyOf } from '../conditionKeys.ts';
import { readSubject, readValue } from './readValue.ts';
import { valueKinds } from './tree.ts';
import type { Rule, RuleOperator, RuleSubject, RuleValue } from './tree.ts';

/** One test as a rule; null when there is no operator for it. `denied`: under a negation. */
export function readTest(node: ASTNode, denied: boolean): Rule | null {
  switch (node.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readComparison(node.op, node.args) ?? unlessDenied(node, denied);
    case 'in':
      return readMembership(node.args);
    case 'call':
      return readCall(node.args);
    case 'rcall':
      return unlessDenied(node, denied);
    default:
      return null;
  }
}

/** The key of `key != null`. */
export function nullTestOf(node: ASTNode): string | null {
  if (node.op !== '!=') return null;
  const [left, right] = node.args;
  return right.op === 'value' && right.args === null ? keyOf(left) : null;
}

/** A test that fails where the key is not filled in, to be asked after a null test only. */
export function readGuardedTest(node: ASTNode): Rule | null {
  if (node.op === 'rcall') {
    const [name, receiver, [argument]] = node.args;
    const key = keyOf(receiver);
    const operator = name === 'contains' || name === 'startsWith' ? name : null;
    if (key === null || operator === null || argument === undefined) return null;
    return ruleOf({ kind: 'key', key }, operator, readValue(argument));
  }
  if (node.op !== '==' && node.op !== '>=' && node.op !== '>') return null;
  const [left, right] = node.args;
  const key = countedKey(left);
  const value = readValue(right);
  if (key === null || value?.kind !== 'number') return null;
  const least = node.op === '>' ? value.number + 1 : value.number;
  return ruleOf({ kind: 'key', key }, node.op === '==' ? 'countIs' : 'countAtLeast', {
    kind: 'number',
    number: least,
  });
}

/** Without its null test such a test holds for the same values, unless it is denied. */
function unlessDenied(node: ASTNode, denied: boolean): Rule | null {
  return denied ? null : readGuardedTest(node);
}

type Sign = '==' | '!=' | '<' | '<=' | '>' | '>=';
const operators: Readonly<Record<Sign, RuleOperator>> = {
  '==': 'is',
  '!=': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'greater',
  '>=': 'atLeast',
};
const mirrored: Readonly<Record<Sign, Sign>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function readComparison(sign: Sign, [left, right]: readonly [ASTNode, ASTNode]): Rule | null {
  const subject = readSubject(left);
  if (subject === null) {
    const turned = readSubject(right);
    return turned === null ? null : compared(turned, mirrored[sign], left);
  }
  return compared(subject, sign, right);
}

function compared(subject: RuleSubject, sign: Sign, object: ASTNode): Rule | null {
  if (object.op === 'value' && object.args === null) {
    if (subject.kind !== 'key') return null;
    if (sign === '==') return { subject, operator: 'empty', value: null };
    return sign === '!=' ? { subject, operator: 'filled', value: null } : null;
  }
  return ruleOf(subject, operators[sign], readValue(object));
}

function readMembership([member, list]: readonly [ASTNode, ASTNode]): Rule | null {
  const value = readValue(list);
  if (member.op === 'call') {
    const [name, [of]] = member.args;
    const day = of === undefined ? null : readSubject(of);
    return name === 'weekday' && day !== null ? ruleOf(day, 'weekday', value) : null;
  }
  const key = keyOf(member);
  if (key !== null) return ruleOf({ kind: 'key', key }, 'oneOf', value);
  const listKey = keyOf(list);
  return listKey === null ? null : ruleOf({ kind: 'key', key: listKey }, 'has', readValue(member));
}

const calls: Readonly<Record<string, RuleOperator>> = {
  isBusinessDay: 'businessDay',
  isHoliday: 'holiday',
};

function readCall([name, args]: readonly [string, readonly ASTNode[]]): Rule | null {
  const [of, ...more] = args;
  if (name === 'isOpen')
    return of === undefined ? { subject: { kind: 'open' }, operator: 'open', value: null } : null;
  const operator = Object.hasOwn(calls, name) ? calls[name] : undefined;
  const subject = of === undefined || more.length > 0 ? null : readSubject(of);
  return operator === undefined || subject === null ? null : { subject, operator, value: null };
}

/** Only with a value that the operator may be compared with. */
function ruleOf(subject: RuleSubject, operator: RuleOperator, value: RuleValue | null): Rule | null {
  return value !== null && valueKinds[operator].includes(value.kind) ? { subject, operator, value } : null;
}

/** `x` of `size(x)`. */
function countedKey(node: ASTNode): string | null {
  if (node.op !== 'call') return null;
  const [name, [of, ...more]] = node.args;
  return name === 'size' && of !== undefined && more.length === 0 ? keyOf(of) : null;
}
