import { claimClients, readClients } from '../../../store/draftClients.ts';
import { insertPoint, readPointState } from '../../../store/draftPoints.ts';
import {
  deleteSnapshots,
  insertSnapshot,
  listSnapshots,
  listSnapshotsOf,
  readSnapshotState,
} from '../../../store/draftSnapshots.ts';
import { findEditNumbers } from '../../../store/auditRows.ts';
import {
  appendUpdates,
  readEditEvents,
  readEdits,
  readUpdates,
  trimUpdates,
} from '../../../store/draftUpdates.ts';

/** What rooms ask of the store. An object, so that a test can put a slow or failing store in its place. */
export const draftStorage = {
  appendUpdates,
  readUpdates,
  readEdits,
  trimUpdates,
  insertSnapshot,
  listSnapshots,
  listSnapshotsOf,
  readSnapshotState,
  deleteSnapshots,
  readClients,
  claimClients,
  insertPoint,
  readEditEvents,
  findEditNumbers,
  readPointState,
};

export type DraftStorage = typeof draftStorage;
