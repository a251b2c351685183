import * as Y from 'yjs';
import { draftRoots } from '@daihon/shared/script/draft/layout';

/** Whether nothing new is in a transaction but the marks that put steps into the bin. */
export function bringsMarksOnly({ beforeState, afterState }: Y.Transaction, doc: Y.Doc): boolean {
  for (const [client, clock] of afterState) {
    const known = beforeState.get(client) ?? 0;
    if (clock <= known) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (const struct of structs.slice(Y.findIndexSS(structs, known))) {
      if (!(struct instanceof Y.Item) || struct.parentSub !== 'binned') return false;
    }
  }
  return true;
}

/** The steps whose mark of deletion a transaction wrote or took away. */
export function markedSteps({ changed }: Y.Transaction, doc: Y.Doc): string[] {
  const { steps } = draftRoots(doc);
  return [...changed].flatMap(([type, keys]) => {
    const parent: unknown = type.parent;
    return parent === steps && keys.has('binned') ? (type._item?.parentSub ?? []) : [];
  });
}
