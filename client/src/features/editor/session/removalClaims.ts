import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { removedTypes } from './removedTypes.ts';

/** A draft does not tell who deleted something: whoever does says so beside it, for as many things as one hand takes. */
const mostClaims = 20;

/** Tells the others, by presence, what this page deletes: choices, fields, check items and paragraphs. Returns what stops it. */
export function claimRemovals(doc: Y.Doc, awareness: Awareness): () => void {
  const claim = (transaction: Y.Transaction) => {
    if (!transaction.local) return;
    const ids = removedTypes(transaction).map(({ id }) => id);
    if (ids.length > 0) awareness.setLocalStateField('removed', ids.slice(0, mostClaims));
  };
  doc.on('afterTransaction', claim);
  return () => doc.off('afterTransaction', claim);
}

/** The client that says it has deleted this; null while none does. */
export function whoRemoved(awareness: Awareness, id: string): number | null {
  for (const [client, { removed }] of awareness.getStates()) {
    if (Array.isArray(removed) && removed.includes(id)) return client;
  }
  return null;
}
