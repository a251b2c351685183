import type { ASTNode } from '@marcbachmann/cel-js';
import { keyOf } from '../conditionKeys.ts';
import type { RuleSubject, RuleValue } from './tree.ts';

/** A key or `today()`; null for anything else. */
export function readSubject(node: ASTNode): RuleSubject | null {
  const key = keyOf(node);
  if (key !== null) return { kind: 'key', key };
  return isToday(node) ? { kind: 'today' } : null;
}

/** What a rule is compared with; null for anything that it cannot be. */
export function readValue(node: ASTNode): RuleValue | null {
  const key = keyOf(node);
  if (key !== null) return { kind: 'key', key };
  if (node.op === 'list') return listOf(node.args);
  if (node.op === 'call') return daysOf(node);
  if (node.op === 'value' && typeof node.args === 'string') return { kind: 'text', text: node.args };
  const number = numberOf(node);
  return number === null ? null : { kind: 'number', number };
}

function listOf(nodes: readonly ASTNode[]): RuleValue | null {
  const texts = nodes.flatMap((node) =>
    node.op === 'value' && typeof node.args === 'string' ? [node.args] : [],
  );
  if (nodes.length > 0 && texts.length === nodes.length) return { kind: 'list', items: texts };
  const numbers = nodes.flatMap((node) => numberOf(node) ?? []);
  return nodes.length > 0 && numbers.length === nodes.length ? { kind: 'numbers', numbers } : null;
}

function daysOf(node: ASTNode): RuleValue | null {
  if (isToday(node)) return { kind: 'days', days: 0, business: false };
  if (node.op !== 'call') return null;
  const [name, [from, days]] = node.args;
  if (from === undefined || days === undefined || !isToday(from)) return null;
  const count = numberOf(days);
  if (count === null || !Number.isSafeInteger(count)) return null;
  if (name === 'addBusinessDays') return { kind: 'days', days: count, business: true };
  return name === 'addDays' ? { kind: 'days', days: count, business: false } : null;
}

/** A number that is written the same way again; null for anything else. */
function numberOf(node: ASTNode): number | null {
  if (node.op === '-_') {
    const number = numberOf(node.args);
    return number === null || number === 0 ? null : -number;
  }
  if (node.op !== 'value') return null;
  const { args } = node;
  const number = typeof args === 'bigint' ? Number(args) : args;
  return typeof number === 'number' && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
}

function isToday(node: ASTNode): boolean {
  return node.op === 'call' && node.args[0] === 'today' && node.args[1].length === 0;
}
