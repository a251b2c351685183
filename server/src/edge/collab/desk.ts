import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { AppError } from '@daihon/shared/errors';
import { readScript } from '@daihon/shared/script/draft/read';
import { draftRoots } from '@daihon/shared/script/draft/layout';
import { fillDraft } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import { monotonicMs, now, randomInt } from '../../platform/clock.ts';
import type { Context, DraftDesk } from '../../usecases/context.ts';
import { activitiesOf } from './activities.ts';
import { bringInRoom } from './bringInRoom.ts';
import { decideInRoom } from './decideInRoom.ts';
import { ownEditRow } from './ownEditRow.ts';
import { peekDraft } from './peekDraft.ts';
import { replaceInRoom, takeBackInRoom } from './replaceInRoom.ts';
import { pointInRoom, pointScript, restoreInRoom, undoRestoreInRoom } from './restoreInRoom.ts';
import { noActivity, systemAuthor } from './room/activity.ts';
import type { Room } from './room/room.ts';
import type { Rooms } from './room/rooms.ts';
import type { DraftStorage } from './room/storage.ts';
import { titleOf } from './room/titleOf.ts';

/** The epoch of a draft that was never restored from a backup nor rebuilt. */
const FIRST_EPOCH = 1;
/** How long a publish waits for those who compose with an input method. */
const COMPOSING_MS = 3_000;
const COMPOSING_LOOK_MS = 50;

/** The rooms' side of DraftDesk: what use cases may ask of drafts. */
export function createDesk(rooms: Rooms, storage: DraftStorage): DraftDesk {
  return {
    create: (tenantId, scriptId, script) => createDraft(storage, tenantId, scriptId, script),
    read: (tenantId, scriptId) =>
      withRoom(rooms, tenantId, scriptId, (room) => Promise.resolve(readScript(room.ledger.live))),
    freeze: (tenantId, scriptId, work) =>
      withRoom(rooms, tenantId, scriptId, (room) => publishFrozen(room, work)),
    restore: (context, scriptId, target, ask) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) => restoreInRoom(room, context, target, ask)),
    undoRestore: (context, scriptId, pointId, done) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) =>
        undoRestoreInRoom(room, storage, context, pointId, done),
      ),
    point: (context, scriptId, label) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) => pointInRoom(room, context, label)),
    pointScript: (tenantId, scriptId, pointId) => pointScript(storage, tenantId, scriptId, pointId),
    bring: (context, scriptId, make, label) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) => bringInRoom(room, context, make, label)),
    peek: (tenantId, scriptId) => peekDraft(rooms, storage, tenantId, scriptId),
    replace: (context, scriptId, replacement, label) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) =>
        replaceInRoom(room, context, replacement, label),
      ),
    takeBack: (context, scriptId, taken, label) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) =>
        takeBackInRoom(room, storage, context, taken, label),
      ),
    decide: (context, scriptId, work) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) => decideInRoom(room, context, work)),
    editors: (tenantId) =>
      new Map(
        rooms.loaded
          .filter(({ ledger, size }) => size > 0 && ledger.place.tenantId === tenantId)
          .map((room) => [room.ledger.place.scriptId, room.people()]),
      ),
    drop: (tenantId, scriptId) => dropRoom(rooms, tenantId, scriptId),
    rename: (context, scriptId, title) =>
      withRoom(rooms, context.actor.tenantId, scriptId, (room) => rename(room, context, title)),
    activities: (tenantId, scriptIds) => activitiesOf(rooms, storage, tenantId, scriptIds),
  };
}

async function withRoom<T>(
  rooms: Rooms,
  tenantId: string,
  scriptId: string,
  work: (room: Room) => Promise<T>,
): Promise<T> {
  const lease = await openOrRefuse(rooms, tenantId, scriptId);
  try {
    return await work(lease.room);
  } finally {
    lease.release();
  }
}

async function openOrRefuse(rooms: Rooms, tenantId: string, scriptId: string) {
  try {
    return await rooms.open(tenantId, scriptId);
  } catch (error) {
    throw new AppError('unavailable', 'The draft cannot be loaded at the moment', { cause: error });
  }
}

/** May be repeated: a draft that exists stays as it is. */
async function createDraft(
  storage: DraftStorage,
  tenantId: string,
  scriptId: string,
  script: Script,
): Promise<void> {
  if ((await storage.listSnapshots(tenantId, scriptId)).length > 0) return;
  const doc = new Y.Doc();
  doc.clientID = randomInt(2 ** 32 - 1) + 1;
  fillDraft(doc, script, 'create');
  const state = Y.encodeStateAsUpdate(doc);
  await storage.claimClients(tenantId, [
    { scriptId, client: doc.clientID, accountId: systemAuthor.accountId },
  ]);
  doc.destroy();
  const at = now();
  await storage.insertSnapshot({
    tenantId,
    scriptId,
    epoch: FIRST_EPOCH,
    n: 0,
    state,
    activity: { ...noActivity, title: script.title },
    at,
  });
}

/** What has been changed counts from here anew once `work` has succeeded: it publishes. */
async function publishFrozen<T>(room: Room, work: (draft: Script) => Promise<T>): Promise<T> {
  await composed(room);
  return room.edits.exclusively(async () => {
    const draft = readScript(room.ledger.live);
    const result = await work(draft);
    room.ledger.forgetAuthors(new Set(draft.steps.filter(({ hold }) => hold).map(({ id }) => id)));
    room.snapshots.renew();
    return result;
  });
}

/** Half-typed words are on their authors' screens only; they get a moment to come in. */
async function composed(room: Room): Promise<void> {
  const endMs = monotonicMs() + COMPOSING_MS;
  while (room.presence.isComposing() && monotonicMs() < endMs) await pause(COMPOSING_LOOK_MS);
}

/** Waits its turn: a publishing under way keeps the title that it was begun with. */
async function rename(room: Room, context: Context, title: string): Promise<void> {
  await room.edits.exclusively(async () => {
    if (titleOf(room.ledger.live) === title) return;
    await room.edits.write(
      context.actor,
      (doc) => void draftRoots(doc).meta.set('title', title),
      ownEditRow(room, context, { part: 'rename' }),
    );
  });
}

async function dropRoom(rooms: Rooms, tenantId: string, scriptId: string): Promise<void> {
  const room = rooms.find(tenantId, scriptId);
  if (room === null) return;
  room.stop();
  // What was accepted is stored all the same: the script may come back out of the bin.
  await room.edits.settled().catch(() => undefined);
  room.closeAll('scriptGone');
  rooms.drop(tenantId, scriptId);
}
