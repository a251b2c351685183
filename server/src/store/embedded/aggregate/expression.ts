import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { notSupported } from '../errors.ts';
import { fieldOf, partsOf } from '../query/path.ts';

export type Expression = (doc: Doc) => unknown;

/** Field paths, `$$ROOT`, `$literal`, constants, and documents and lists of these. Nothing else is an expression here. */
export function parseExpression(expression: unknown): Expression {
  if (typeof expression === 'string') return expression.startsWith('$') ? path(expression) : () => expression;
  if (Array.isArray(expression)) {
    const parts = expression.map(parseExpression);
    return (doc) => parts.map((part) => part(doc) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const [first] = Object.keys(expression);
  if (first === '$literal') return () => expression.$literal;
  if (first?.startsWith('$')) throw notSupported(`the aggregation expression ${first}`);
  const fields = Object.entries(expression).map(([name, value]) => [name, parseExpression(value)] as const);
  return (doc) => {
    const entries = fields.map(([name, value]) => [name, value(doc)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
}

function path(text: string): Expression {
  if (text === '$$ROOT' || text === '$$CURRENT') return (doc) => doc;
  if (text.startsWith('$$ROOT.') || text.startsWith('$$CURRENT.'))
    return path(text.slice(text.indexOf('.')).replace('.', '$'));
  if (text.startsWith('$$')) throw notSupported(`the variable ${text}`);
  const parts = partsOf(text.slice(1));
  return (doc) => valueAt(doc, parts, 0);
}

/** Through arrays a path gives the list of what it finds in their documents. */
function valueAt(node: unknown, parts: readonly string[], from: number): unknown {
  const part = parts[from];
  if (part === undefined) return node;
  if (Array.isArray(node)) {
    return node.flatMap((element: unknown) => {
      const value = valueAt(element, parts, from);
      return value === undefined ? [] : [value];
    });
  }
  return isDoc(node) ? valueAt(fieldOf(node, part), parts, from + 1) : undefined;
}
