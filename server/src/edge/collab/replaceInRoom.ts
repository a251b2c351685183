import { AppError } from '@daihon/shared/errors';
import { readScript } from '@daihon/shared/script/draft/read';
import { replaceHits, undoReplace } from '@daihon/shared/script/draft/replace';
import type { Replaced, ReplaceOutcome, Replacement } from '@daihon/shared/script/draft/replace';
import { chooseHits, findHits } from '@daihon/shared/script/find/hits';
import { textsOf } from '@daihon/shared/script/find/texts';
import type { PointLabel } from '@daihon/shared/wire/points';
import type { Context } from '../../usecases/context.ts';
import { ownEditRow } from './ownEditRow.ts';
import { readState } from './peekDraft.ts';
import type { Room } from './room/room.ts';
import type { DraftStorage } from './room/storage.ts';

/** Find and replace in one draft (DESIGN, The room 6): a named point, then one ordinary edit that everybody in the room sees at once. */
export function replaceInRoom(
  room: Room,
  context: Context,
  replacement: Replacement,
  label: PointLabel,
): Promise<ReplaceOutcome & { pointId: string | null }> {
  const { hitIds, query } = replacement;
  return room.edits.exclusively(async () => {
    const hits = findHits(textsOf(readScript(room.ledger.live)), query);
    if (chooseHits(hits, hitIds).length === 0) {
      return { done: [], changed: hitIds.size, tooLong: 0, pointId: null };
    }
    const pointId = await room.ledger.point(label, context.actor);
    let outcome: ReplaceOutcome = { done: [], changed: 0, tooLong: 0 };
    await room.edits.write(
      context.actor,
      (doc) => {
        outcome = replaceHits(doc, replacement);
      },
      ownEditRow(room, context, { part: 'replace', point: label.kind }),
    );
    return { ...outcome, pointId };
  });
}

/** Takes a replacement back by the point before it, with a point of its own; throws `not_found` when that point is gone. */
export function takeBackInRoom(
  room: Room,
  storage: DraftStorage,
  context: Context,
  taken: { pointId: string; replacement: Replacement; done: readonly Replaced[] },
  label: PointLabel,
): Promise<{ lost: number }> {
  const { tenantId, scriptId } = room.ledger.place;
  return room.edits.exclusively(async () => {
    const state = await storage.readPointState(tenantId, scriptId, taken.pointId);
    if (state === null) throw new AppError('not_found');
    const point = readState(state);
    await room.ledger.point(label, context.actor);
    let lost = 0;
    await room.edits.write(
      context.actor,
      (doc) => {
        lost = undoReplace(doc, point, taken.replacement, taken.done);
      },
      ownEditRow(room, context, { part: 'takeBack', point: label.kind }),
    );
    return { lost };
  });
}
