import { readScript } from '@daihon/shared/script/draft/read';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import type { PointLabel } from '@daihon/shared/wire/points';
import { now } from '../../platform/clock.ts';
import type { BroughtDraft, Context } from '../../usecases/context.ts';
import { ownEditRow } from './ownEditRow.ts';
import type { Room } from './room/room.ts';

/** Brings the whole draft to what `make` makes of it, with a named point before; what `make` throws leaves everything as it is. */
export function bringInRoom(
  room: Room,
  context: Context,
  make: (draft: Script) => Script,
  label: PointLabel,
): Promise<BroughtDraft> {
  const { actor } = context;
  return room.edits.exclusively(async () => {
    const before = readScript(room.ledger.live);
    const target = make(before);
    const pointId = await room.ledger.point(label, actor);
    let after = before;
    const options = { stepId: null, by: actor.accountId, name: actor.name, at: now().toISOString() };
    await room.edits.write(
      actor,
      (doc) => {
        bringDraftTo(doc, target, options, 'restore');
        after = readScript(doc);
      },
      ownEditRow(room, context, { part: 'restore', point: label.kind }),
    );
    return { before, after, pointId };
  });
}
