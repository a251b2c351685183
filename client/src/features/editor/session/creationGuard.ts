import * as Y from 'yjs';

type Ranges = Y.UndoManager['undoStack'][number]['insertions'];

/**
 * Whether undoing these insertions would remove a step, a choice, a paragraph or the like that a colleague has worked in since.
 * Undoing a creation takes everything inside with it, so such an item is refused as a whole.
 */
export function holdsForeignWork(doc: Y.Doc, insertions: Ranges): boolean {
  // An accepted proposal is written by the server on this person's behalf, under another client id.
  const own = new Set([doc.clientID, ...insertions.clients.keys()]);
  for (const [client, ranges] of insertions.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const struct of structs) {
      const inside = ranges.some(
        ({ clock, len }) => struct.id.clock >= clock && struct.id.clock < clock + len,
      );
      if (!inside || !(struct instanceof Y.Item)) continue;
      const made = createdPart(latest(doc, struct));
      if (made !== null && hasLiveItemOfOthers(made, own)) return true;
    }
  }
  return false;
}

/** Undo and redo make an item anew; `redone` leads to what stands for it now. */
function latest(doc: Y.Doc, item: Y.Item): Y.Item {
  let current = item;
  while (current.redone !== null) {
    const next = Y.getItem(doc.store, current.redone);
    if (!(next instanceof Y.Item)) return current;
    current = next;
  }
  return current;
}

function createdPart(item: Y.Item): Y.ContentType['type'] | null {
  return !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null;
}

function hasLiveItemOfOthers(type: Y.ContentType['type'], own: ReadonlySet<number>): boolean {
  for (const item of itemsOf(type)) {
    if (item.deleted) continue;
    if (!own.has(item.id.client)) return true;
    if (item.content instanceof Y.ContentType && hasLiveItemOfOthers(item.content.type, own)) return true;
  }
  return false;
}

function itemsOf(type: Y.ContentType['type']): Y.Item[] {
  const items = [...type._map.values()];
  for (let item = type._start; item !== null; item = item.right) items.push(item);
  return items;
}
