import { now } from '../../../platform/clock.ts';
import { logger } from '../../../platform/logger.ts';
import { missingEvents } from './repairRecord.ts';
import type { Rooms } from './rooms.ts';
import type { DraftStorage } from './storage.ts';

/** What is younger may be on its way from another process. */
const SETTLED_MS = 60_000;

/** Opens each draft whose log has edits that the record lacks: loading writes what is missing. Also of drafts that nobody opens again. */
export async function repairAtStart(
  rooms: Rooms,
  storage: DraftStorage,
  tenantIds: readonly string[],
): Promise<void> {
  const until = new Date(now().getTime() - SETTLED_MS);
  for (const tenantId of tenantIds) {
    const all = await storage.readEditEvents(tenantId, until);
    for (const scriptId of new Set(all.map((edit) => edit.scriptId))) {
      const edits = all.filter((edit) => edit.scriptId === scriptId);
      const missing = await missingEvents(storage, tenantId, scriptId, edits);
      if (missing.length > 0) await openOnce(rooms, tenantId, scriptId);
    }
  }
}

async function openOnce(rooms: Rooms, tenantId: string, scriptId: string): Promise<void> {
  try {
    (await rooms.open(tenantId, scriptId)).release();
  } catch (error) {
    logger.error({ err: error, scriptId }, 'the record of a draft could not be repaired');
  }
}
