import { keyPlacesOf } from './conditionKeys.ts';
import { treeOf } from './conditions.ts';

/** An expression that asks for `to` wherever it asked for `from`; one that is none, or does not ask for it, as it is. */
export function renameInExpression(expression: string, from: string, to: string): string {
  const tree = treeOf(expression);
  if (tree === null) return expression;
  const places = keyPlacesOf(tree)
    .filter(({ key }) => key === from)
    .sort((a, b) => b.start - a.start);
  return places.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${to}${text.slice(end)}`,
    expression,
  );
}
