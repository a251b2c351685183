import { AppError } from '@daihon/shared/errors';
import { fitnessAt, locateAnchor, putWords } from '@daihon/shared/script/draft/proposal';
import { readScript } from '@daihon/shared/script/draft/read';
import type { Context, ProposalDesk } from '../../usecases/context.ts';
import { ownEditRow } from './ownEditRow.ts';
import { drawEdit, holdsEdit } from './proposalEdit.ts';
import type { Room } from './room/room.ts';

/** Decisions on the proposals of a draft, one at a time and while no edit comes in. */
export function decideInRoom<T>(
  room: Room,
  context: Context,
  work: (desk: ProposalDesk) => Promise<T>,
): Promise<T> {
  const { ledger, edits } = room;
  return edits.exclusively(() =>
    work({
      draw: ({ anchor, replacement }, over) => {
        const { live } = ledger;
        const located = locateAnchor(live, readScript(live).steps, anchor);
        const fitness = fitnessAt(located, anchor);
        if (fitness === 'lost' || (fitness === 'changed' && !over)) {
          throw new AppError('conflict', 'The words are no longer as they were', {
            members: { reason: fitness },
          });
        }
        return drawEdit(live, (doc) => {
          putWords(doc, located, anchor, replacement, 'suggestion');
        });
      },
      holds: (edit) => holdsEdit(ledger.live, edit),
      put: (edit, threadId) =>
        edits.writeDrawn(context.actor, edit, ownEditRow(room, context, { part: 'suggestion', threadId })),
    }),
  );
}
