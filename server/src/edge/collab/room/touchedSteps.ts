import * as Y from 'yjs';
import { draftRoots } from '@daihon/shared/script/draft/layout';

/**
 * The steps whose content a transaction changed. A step's place on the map is not content, and what belongs to the script as a
 * whole (title, groups, placeholders) to no step.
 */
export function touchedSteps(transaction: Y.Transaction, doc: Y.Doc): string[] {
  const { steps } = draftRoots(doc);
  const touched = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    if (Object.is(type, steps)) {
      for (const key of keys) if (key !== null) touched.add(key);
      continue;
    }
    const stepId = stepOf(type as Y.AbstractType<unknown>, steps);
    if (stepId !== null) touched.add(stepId);
  }
  return [...touched];
}

/** The key in `steps` under which the type stands, or null when it stands elsewhere or is gone. */
function stepOf(type: Y.AbstractType<unknown>, steps: unknown): string | null {
  let item = type._item;
  while (item !== null) {
    const parent: unknown = item.parent;
    if (parent === steps) return item.parentSub;
    item = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return null;
}
