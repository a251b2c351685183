import { now } from '../../../platform/clock.ts';
import type { DraftSnapshot } from '../../../store/draftSnapshots.ts';
import type { DraftStorage } from './storage.ts';

export type SnapshotContent = Omit<DraftSnapshot, 'at'>;

/**
 * Writes the merged draft as new, reads it back, compares, and only then takes out the edits it holds (those after `trimmedN`)
 * and older snapshots. All after `recorded`: a snapshot holds no edit whose event the record lacks. A crash at any point leaves either the old or the new way to the same draft.
 */
export async function compact(
  storage: DraftStorage,
  content: SnapshotContent,
  { trimmedN, recorded }: { trimmedN: number; recorded: () => Promise<void> },
): Promise<void> {
  const { tenantId, scriptId, epoch, n, state } = content;
  // First: loading looks for missing events only among the edits after the newest snapshot.
  await recorded();
  const id = await storage.insertSnapshot({ ...content, at: now() });
  const stored = await storage.readSnapshotState(tenantId, id);
  if (Buffer.compare(stored, state) !== 0) throw new Error('the stored snapshot differs');
  await storage.trimUpdates(tenantId, scriptId, epoch, trimmedN + 1, n);
  const older = (await storage.listSnapshots(tenantId, scriptId)).filter(
    (head) => head.id !== id && (head.epoch < epoch || head.n <= n),
  );
  await storage.deleteSnapshots(
    tenantId,
    older.map((head) => head.id),
  );
}
