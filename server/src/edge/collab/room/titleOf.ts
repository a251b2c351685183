import type * as Y from 'yjs';
import { draftRoots } from '@daihon/shared/script/draft/layout';

const MAX_LENGTH = 200;

/** What the draft calls its script: '' when that is no text. */
export function titleOf(doc: Y.Doc): string {
  const title = draftRoots(doc).meta.get('title');
  return typeof title === 'string' ? title.slice(0, MAX_LENGTH) : '';
}

/** Whether a transaction changed the title. */
export function retitles(transaction: Y.Transaction, doc: Y.Doc): boolean {
  for (const [type, keys] of transaction.changed) {
    if (Object.is(type, draftRoots(doc).meta)) return keys.has('title');
  }
  return false;
}
