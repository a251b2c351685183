import type { CallState } from '../../call.ts';
import type { Walk } from './state.ts';
import { computedValues } from './values.ts';

/**
 * What of the walk is stored with the call; the memo is the screen's own. Once the call has ended also what was computed: a
 * deadline that was promised is not to be computed again by another calendar.
 */
export function callStateOf(walk: Walk): Omit<CallState, 'memo'> {
  const computed = walk.ended === null ? {} : computedValues(walk);
  return {
    scriptId: walk.root.scriptId,
    version: walk.root.version,
    path: [...walk.path],
    undone: [...walk.undone],
    fields: { ...walk.fields, ...computed },
    placeholders: { ...walk.placeholders },
    switches: [...walk.switches],
  };
}
