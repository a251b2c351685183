import * as Y from 'yjs';
import type { DraftClient } from '../../../store/draftClients.ts';
import type { DraftActivity, SnapshotHead } from '../../../store/draftSnapshots.ts';
import type { DraftUpdate } from '../../../store/draftUpdates.ts';
import { logger } from '../../../platform/logger.ts';
import { withEdit } from './activity.ts';
import type { DraftStorage } from './storage.ts';

/** A draft as it is stored. `state` is merged, not yet decoded. */
export interface StoredDraft {
  epoch: number;
  /** The number of the last edit in `state`. */
  n: number;
  /** The edits up to this one are in a snapshot. */
  snapshotN: number;
  state: Uint8Array;
  activity: DraftActivity;
  owners: Map<number, string>;
  /** The edits that stand in its log, in order. */
  edits: Pick<DraftUpdate, 'n' | 'event' | 'at'>[];
}

/** Reads a draft from the store. Throws when there is none or it is not whole: a room never opens empty. */
export async function loadDraft(
  storage: DraftStorage,
  tenantId: string,
  scriptId: string,
): Promise<StoredDraft> {
  const heads = await storage.listSnapshots(tenantId, scriptId);
  const { head, state } = await firstReadable(storage, heads);
  const updates = await storage.readUpdates(tenantId, scriptId, head.epoch, head.n);
  checkWhole(updates, head.n);
  const clients = await storage.readClients(tenantId, scriptId);
  const owners = new Map(clients.map(({ client, accountId }) => [client, accountId]));
  const unclaimed = unclaimedOf(updates, owners);
  if (unclaimed.length > 0) await storage.claimClients(tenantId, unclaimed);
  for (const { client, accountId } of unclaimed) owners.set(client, accountId);
  return {
    epoch: head.epoch,
    n: updates.at(-1)?.n ?? head.n,
    snapshotN: head.n,
    state: updates.length === 0 ? state : Y.mergeUpdates([state, ...updates.map(({ payload }) => payload)]),
    activity: updates.reduce(withEdit, head.activity),
    owners,
    edits: updates.map(({ n, event, at }) => ({ n, event, at })),
  };
}

/**
 * The newest snapshot that opens. One that was written but never verified may not; the log is trimmed only after that, so the
 * one before it still has all its edits, and `checkWhole` says so if not.
 */
async function firstReadable(
  storage: DraftStorage,
  heads: readonly SnapshotHead[],
): Promise<{ head: SnapshotHead; state: Uint8Array }> {
  const epoch = heads[0]?.epoch;
  for (const head of heads.filter((other) => other.epoch === epoch)) {
    try {
      return { head, state: await storage.readSnapshotState(head.tenantId, head.id) };
    } catch (error) {
      logger.error({ err: error, scriptId: head.scriptId, n: head.n }, 'a draft snapshot does not open');
    }
  }
  throw new Error('the draft has no readable snapshot');
}

/** Client ids that the log brought in and a crash left without an owner: an edit holds new parts of its author's clients only. */
function unclaimedOf(updates: readonly DraftUpdate[], owners: ReadonlyMap<number, string>): DraftClient[] {
  const found = new Map<number, DraftClient>();
  for (const { scriptId, accountId, payload } of updates) {
    for (const client of Y.parseUpdateMeta(payload).to.keys()) {
      if (!owners.has(client) && !found.has(client)) found.set(client, { scriptId, client, accountId });
    }
  }
  return [...found.values()];
}

function checkWhole(updates: readonly DraftUpdate[], afterN: number): void {
  updates.forEach(({ n }, index) => {
    if (n !== afterN + index + 1) throw new Error('the log of the draft has a gap');
  });
}
