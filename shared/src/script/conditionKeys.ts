import type { ASTNode } from '@marcbachmann/cel-js';

/** Macros whose first argument is a name of their own, not a key. */
const binders = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** The keys a condition asks for, dotted ones as one, each once, in order of appearance. */
export function keysOf(tree: ASTNode): string[] {
  return [...new Set(keyPlacesOf(tree).map(({ key }) => key))];
}

/** Where in its text a condition asks for which key. */
export interface KeyPlace {
  key: string;
  start: number;
  end: number;
}

/** Every place where a condition asks for a key, in order of appearance. */
export function keyPlacesOf(tree: ASTNode): KeyPlace[] {
  const places: KeyPlace[] = [];
  collect(tree, new Set(), places);
  return places;
}

/** `customer.name` for a chain of names, null for anything else. */
export function keyOf(node: ASTNode): string | null {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return null;
  const [owner, name] = node.args;
  const key = keyOf(owner);
  return key === null ? null : `${key}.${name}`;
}

/** Whether an expression looks at the clock: `today()`, or `isOpen()` of no given time. */
export function asksForNow(tree: ASTNode): boolean {
  if (tree.op === 'call' && tree.args[1].length === 0 && ['today', 'isOpen'].includes(tree.args[0]))
    return true;
  return childrenOf(tree).some(asksForNow);
}

function collect(node: ASTNode, bound: ReadonlySet<string>, places: KeyPlace[]): void {
  const key = keyOf(node);
  if (key !== null) {
    if (!bound.has(key.split('.')[0] ?? key)) places.push({ key, start: node.start, end: node.end });
    return;
  }
  if (node.op === 'rcall' && binders.has(node.args[0])) {
    const [, list, [variable, ...rest]] = node.args;
    collect(list, bound, places);
    const inner = variable?.op === 'id' ? new Set([...bound, variable.args]) : bound;
    for (const each of rest) collect(each, inner, places);
    return;
  }
  for (const child of childrenOf(node)) collect(child, bound, places);
}

function childrenOf(node: ASTNode): ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return [...node.args];
  }
}
