import { keyPlacesOf } from '@daihon/shared/script/conditionKeys';
import { treeOf } from '@daihon/shared/script/conditions';
import { expressionError } from '@daihon/shared/script/expressionError';

/** What is wrong with an expression, and where: `end` is exclusive. */
export interface Wrong {
  name: 'syntax' | 'unknown' | 'itself';
  key: string;
  start: number;
  end: number;
}

/** The first mistake of an expression: it cannot be read, asks for a key that is none, or for the field it is of. */
export function wrongIn(
  expression: string,
  knows: (key: string) => boolean,
  own: string | null,
): Wrong | null {
  const error = expressionError(expression);
  if (error !== null) return { name: 'syntax', key: '', start: error.start, end: error.end };
  const tree = treeOf(expression);
  const places = tree === null ? [] : keyPlacesOf(tree);
  const unknown = places.find(({ key }) => !knows(key));
  if (unknown !== undefined) return { name: 'unknown', ...unknown };
  const itself = places.find(({ key }) => key === own);
  return itself === undefined ? null : { name: 'itself', ...itself };
}
