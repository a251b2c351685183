import { treeOf } from '@daihon/shared/script/conditions';
import { keyOf } from '@daihon/shared/script/conditionKeys';
import { textLiteral } from '@daihon/shared/script/rules/write';

/** What is handed into a part, as a person says it: an item, a fixed value, or an expression. */
export type Source =
  { kind: 'key'; key: string } | { kind: 'value'; text: string } | { kind: 'expression'; text: string };

/** The source that an expression is; an empty or unreadable one stays an expression. */
export function readSource(from: string): Source {
  const tree = treeOf(from);
  const key = tree === null ? null : keyOf(tree);
  if (key !== null) return { kind: 'key', key };
  if (tree?.op === 'value' && typeof tree.args === 'string') return { kind: 'value', text: tree.args };
  return { kind: 'expression', text: from };
}

/** The expression of a source. */
export function writeSource(source: Source): string {
  if (source.kind === 'key') return source.key;
  return source.kind === 'value' ? textLiteral(source.text) : source.text;
}
