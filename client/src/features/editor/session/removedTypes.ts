import * as Y from 'yjs';

export interface RemovedType {
  /** Of the deleted item, `client:clock`: the same on every page. */
  id: string;
  item: Y.Item;
}

/** The maps and elements that a transaction deleted, without those that went with one around them. */
export function removedTypes(transaction: Y.Transaction): RemovedType[] {
  const found: RemovedType[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const around = struct.parent instanceof Y.AbstractType ? struct.parent._item : null;
    if (around?.deleted === true) return;
    found.push({ id: idOf(struct), item: struct });
  });
  return found;
}

/** How an item is named between pages. */
export function idOf({ id: { client, clock } }: Y.Item): string {
  return `${client}:${clock}`;
}
