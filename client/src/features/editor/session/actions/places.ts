import { setPositions } from '@daihon/shared/script/draft/editScript';
import type { Step } from '@daihon/shared/script/schema';
import type { ActionContext } from './context.ts';

export type Placed = readonly (readonly [string, Step['position']])[];

/** Where steps stand on the map. */
export function placeActions({ session, script }: ActionContext) {
  return {
    placeAll: (positions: Placed) => session.edit((doc) => setPositions(doc, positions, session.origin)),
    /** Moves steps by so much from where the draft has them; a key held down is one change to undo. */
    nudge: (stepIds: ReadonlySet<string>, by: Step['position']) => {
      const positions = script()
        .steps.filter(({ id }) => stepIds.has(id))
        .map(({ id, position }) => [id, { x: position.x + by.x, y: position.y + by.y }] as const);
      session.edit((doc) => setPositions(doc, positions, session.origin), 'nudge');
    },
  };
}
