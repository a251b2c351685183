import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Gives every new empty paragraph its text at once. Otherwise two people who start typing in it each create a text of
 * their own, and the two are then shown one after the other with doubled characters.
 */
export function seedParagraphs(doc: Y.Doc): () => void {
  const seed = (transaction: Y.Transaction) => {
    if (transaction.origin !== ySyncPluginKey) return;
    const empty = newEmptyParagraphs(transaction);
    if (empty.length === 0) return;
    doc.transact(() => {
      for (const paragraph of empty) paragraph.insert(0, [new Y.XmlText()]);
    }, ySyncPluginKey);
  };
  doc.on('beforeObserverCalls', seed);
  return () => doc.off('beforeObserverCalls', seed);
}

function newEmptyParagraphs(transaction: Y.Transaction): Y.XmlElement[] {
  const { doc, beforeState } = transaction;
  const since = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const found: Y.XmlElement[] = [];
  for (let index = structs.length - 1; index >= 0; index -= 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock < since) break;
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentType)) continue;
    const type: unknown = struct.content.type;
    if (isEmptyParagraph(type)) found.push(type);
  }
  return found;
}

function isEmptyParagraph(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement && type.nodeName === 'paragraph' && type.length === 0;
}
