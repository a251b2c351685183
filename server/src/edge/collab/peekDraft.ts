import * as Y from 'yjs';
import { AppError } from '@daihon/shared/errors';
import { readScript } from '@daihon/shared/script/draft/read';
import type { Script } from '@daihon/shared/script/schema';
import { loadDraft } from './room/loadDraft.ts';
import type { Rooms } from './room/rooms.ts';
import type { DraftStorage } from './room/storage.ts';

/** A draft as it stands, read and let go: hundreds of them looked through must not become hundreds of rooms in memory. */
export async function peekDraft(
  rooms: Rooms,
  storage: DraftStorage,
  tenantId: string,
  scriptId: string,
): Promise<Script> {
  const room = rooms.find(tenantId, scriptId);
  if (room !== null) return readScript(room.ledger.live);
  try {
    return readState((await loadDraft(storage, tenantId, scriptId)).state);
  } catch (error) {
    // Somebody opened it meanwhile, and what was just listed was merged away under the reader.
    const opened = rooms.find(tenantId, scriptId);
    if (opened !== null) return readScript(opened.ledger.live);
    throw new AppError('unavailable', 'The draft cannot be loaded at the moment', { cause: error });
  }
}

/** A stored state of a draft as a script. */
export function readState(state: Uint8Array): Script {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return readScript(doc);
  } finally {
    doc.destroy();
  }
}
