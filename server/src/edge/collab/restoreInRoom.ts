import * as Y from 'yjs';
import { mergeBack } from '@daihon/shared/exchange/mergeBack';
import { readScript } from '@daihon/shared/script/draft/read';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import type { PointLabel } from '@daihon/shared/wire/points';
import { now } from '../../platform/clock.ts';
import type { Context } from '../../usecases/context.ts';
import { bringInRoom } from './bringInRoom.ts';
import { ownEditRow } from './ownEditRow.ts';
import { readState } from './peekDraft.ts';
import type { Room } from './room/room.ts';
import type { DraftStorage } from './room/storage.ts';

interface Ask {
  stepId: string | null;
  label: PointLabel;
  demand: (draft: Script) => void;
}

/** Brings an older script, or one step of it, into the draft as one edit, after a point; resolves to the point's id. */
export function restoreInRoom(
  room: Room,
  context: Context,
  target: Script,
  { stepId, label, demand }: Ask,
): Promise<string> {
  const { actor } = context;
  return room.edits.exclusively(async () => {
    demand(readScript(room.ledger.live));
    const pointId = await room.ledger.point(label, actor);
    const options = { stepId, by: actor.accountId, name: actor.name, at: now().toISOString() };
    await room.edits.write(
      actor,
      (doc) => {
        bringDraftTo(doc, target, options, 'restore');
      },
      ownEditRow(room, context, { part: 'restore', stepId, point: label.kind }),
    );
    return pointId;
  });
}

/**
 * Takes a restore back by the point before it. What the restore left behind follows from that point and from what was restored, so
 * it can be told from what anybody has changed since.
 */
export async function undoRestoreInRoom(
  room: Room,
  storage: DraftStorage,
  context: Context,
  pointId: string,
  { target, stepId, label }: { target: Script; stepId: string | null; label: PointLabel },
): Promise<{ kept: string[]; pointId: string } | null> {
  const { tenantId, scriptId } = room.ledger.place;
  const state = await storage.readPointState(tenantId, scriptId, pointId);
  if (state === null) return null;
  const before = readState(state);
  const after = broughtTo(state, target, stepId);
  let kept: string[] = [];
  const brought = await bringInRoom(
    room,
    context,
    (draft) => {
      const merged = mergeBack(before, after, draft);
      kept = merged.kept;
      return merged.script;
    },
    label,
  );
  return { kept, pointId: brought.pointId };
}

/** Sets a point of everything that was accepted until now. */
export function pointInRoom(room: Room, context: Context, label: PointLabel): Promise<string> {
  return room.edits.exclusively(() => room.ledger.point(label, context.actor));
}

export async function pointScript(
  storage: DraftStorage,
  tenantId: string,
  scriptId: string,
  pointId: string,
): Promise<Script | null> {
  const state = await storage.readPointState(tenantId, scriptId, pointId);
  return state === null ? null : readState(state);
}

function broughtTo(state: Uint8Array, target: Script, stepId: string | null): Script {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    bringDraftTo(doc, target, { stepId, by: '', at: '' }, 'restore');
    return readScript(doc);
  } finally {
    doc.destroy();
  }
}
