import type { DraftActivity } from '../../store/draftSnapshots.ts';
import { withEdit } from './room/activity.ts';
import type { Rooms } from './room/rooms.ts';
import type { DraftStorage } from './room/storage.ts';

/** By script. A draft in memory answers by itself; all others together cost two queries. */
export async function activitiesOf(
  rooms: Rooms,
  storage: DraftStorage,
  tenantId: string,
  scriptIds: readonly string[],
): Promise<Map<string, DraftActivity>> {
  const found = new Map<string, DraftActivity>();
  const stored: string[] = [];
  for (const id of scriptIds) {
    const room = rooms.find(tenantId, id);
    if (room === null) stored.push(id);
    else found.set(id, room.ledger.activity);
  }
  if (stored.length === 0) return found;
  // The edits first: one that is merged between the two queries is then in the snapshot as well, not in neither.
  const edits = byScript(await storage.readEdits(tenantId, stored));
  const heads = byScript(await storage.listSnapshotsOf(tenantId, stored));
  for (const id of stored) {
    const head = heads.get(id)?.[0];
    if (head === undefined) continue;
    const since = (edits.get(id) ?? []).filter(({ epoch, n }) => epoch === head.epoch && n > head.n);
    found.set(id, since.reduce(withEdit, head.activity));
  }
  return found;
}

function byScript<T extends { scriptId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.scriptId);
    if (group === undefined) groups.set(row.scriptId, [row]);
    else group.push(row);
  }
  return groups;
}
