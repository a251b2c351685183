import type * as Y from 'yjs';
import { purgeBin } from '@daihon/shared/script/draft/edit';
import { readBin } from '@daihon/shared/script/draft/read';
import { now } from '../../../platform/clock.ts';
import { systemAuthor } from './activity.ts';
import type { Edits } from './edits.ts';
import type { Ledger } from './ledger.ts';
import type { Notes } from './notes.ts';

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Takes out for good what has been in the draft's bin for thirty days: an edit like any other, by nobody. */
export async function purge(ledger: Ledger, edits: Edits, notes: Notes): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString();
  const old = oldIn(ledger.live, before);
  if (old.length === 0) return;
  await edits.exclusively(async () => {
    const row = notes.own('update', { direction: 'in', part: 'purge', steps: old });
    await edits.write(systemAuthor, (doc) => void purgeBin(doc, before, 'purge'), row);
  });
}

function oldIn(doc: Y.Doc, before: string): string[] {
  return readBin(doc).flatMap(({ id, at }) => (at !== '' && at < before ? [id] : []));
}
