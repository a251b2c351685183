import type { ASTNode } from '@marcbachmann/cel-js';
import { treeOf } from '../conditions.ts';
import { readGuardedTest, readTest, nullTestOf } from './readTest.ts';
import { deniedBy } from './tree.ts';
import type { Rule, RuleGroup, RuleMode, RuleTree } from './tree.ts';

/**
 * The rules that a condition in CEL is made of; null when it is none or more than rules and one level of groups can say.
 * `writeRules` of what is read means the same as the expression for all values.
 */
export function readRules(expression: string): RuleTree | null {
  const node = treeOf(expression);
  if (node === null) return null;
  const part = readPart(node, false);
  if (part === null) return null;
  const items = part.items.map((item) => (isPart(item) ? groupOf(item) : item));
  if (items.includes(null)) return null;
  return { mode: part.mode, items: items.filter((item) => item !== null) };
}

/** A condition before it is known how deep it may be. */
interface Part {
  mode: RuleMode;
  items: (Rule | Part)[];
}

function isPart(item: Rule | Part): item is Part {
  return 'items' in item;
}

function groupOf({ mode, items }: Part): RuleGroup | null {
  const rules = items.filter((item): item is Rule => !isPart(item));
  return rules.length === items.length ? { mode, rules } : null;
}

/** `denied`: under a negation, where a test that fails is not the same as one that is false. */
function readPart(node: ASTNode, denied: boolean): Part | null {
  const rule = readTest(node, denied);
  if (rule !== null) return { mode: 'all', items: [rule] };
  if (node.op === '!_') return denial(node.args);
  if (node.op !== '&&' && node.op !== '||') return null;
  const items =
    node.op === '&&' ? conjuncts(chainOf(node, '&&'), denied) : itemsOf(chainOf(node, '||'), denied);
  return items === null ? null : { mode: node.op === '&&' ? 'all' : 'any', items };
}

function denial(node: ASTNode): Part | null {
  const inner = readPart(node, true);
  if (inner === null) return null;
  const [only] = inner.items;
  if (inner.items.length === 1 && only !== undefined && !isPart(only) && inner.mode === 'all') {
    const operator = deniedBy[only.operator];
    return operator === undefined
      ? { mode: 'none', items: [only] }
      : { mode: 'all', items: [{ ...only, operator }] };
  }
  if (inner.mode === 'any') return { mode: 'none', items: inner.items };
  if (inner.mode === 'all') return { mode: 'notAll', items: inner.items };
  return { mode: 'none', items: [inner] };
}

/** What `&&` joins, a null test together with the test it is for. */
function conjuncts(nodes: readonly ASTNode[], denied: boolean): (Rule | Part)[] | null {
  const items: (Rule | Part)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    const next = nodes[at + 1];
    if (node === undefined) break;
    const key = nullTestOf(node);
    const guarded = key === null || next === undefined ? null : readGuardedTest(next);
    if (guarded !== null && guarded.subject.kind === 'key' && guarded.subject.key === key) {
      items.push(guarded);
      at += 1;
      continue;
    }
    const item = readItem(node, denied);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function itemsOf(nodes: readonly ASTNode[], denied: boolean): (Rule | Part)[] | null {
  const items = nodes.map((node) => readItem(node, denied));
  return items.includes(null) ? null : items.filter((item) => item !== null);
}

function readItem(node: ASTNode, denied: boolean): Rule | Part | null {
  const part = readPart(node, denied);
  const [only] = part?.items ?? [];
  if (part?.items.length === 1 && part.mode === 'all' && only !== undefined) return only;
  return part;
}

/** The parts that one operator joins, however they are nested. */
function chainOf(node: ASTNode, join: '&&' | '||'): ASTNode[] {
  if (node.op !== join) return [node];
  const [left, right] = node.args;
  return [...chainOf(left, join), ...chainOf(right, join)];
}
