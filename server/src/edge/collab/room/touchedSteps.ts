import * as Y from 'yjs';
import { draftRoots } from '@daihon/shared/script/draft/layout';

/**
 * The steps whose content a transaction changed, '' for what belongs to the script as a whole (title, start, groups,
 * placeholders, interrupts). A step's place on the map is not content.
 */
export function touchedSteps(transaction: Y.Transaction, doc: Y.Doc): string[] {
  const { steps, meta, groups, placeholders, interrupts } = draftRoots(doc);
  const whole = new Set<unknown>([meta, groups, placeholders, interrupts]);
  const touched = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(type as Y.AbstractType<unknown>);
    if (path.root === steps) {
      if (path.key !== null) touched.add(path.key);
      else for (const key of keys) if (key !== null) touched.add(key);
    } else if (whole.has(path.root)) touched.add('');
  }
  return [...touched];
}

/** The root that a type stands under and the key there, null for the root itself; no root when the type is gone. */
function pathOf(changed: Y.AbstractType<unknown>): { root: unknown; key: string | null } {
  let type: unknown = changed;
  let key: string | null = null;
  while (type instanceof Y.AbstractType) {
    const item: Y.Item | null = type._item;
    if (item === null) return { root: type, key };
    key = item.parentSub;
    type = item.parent;
  }
  return { root: null, key: null };
}
