import { passConditions } from '@daihon/shared/script/walk/pass';
import { scriptOfEntry, stepIn } from '@daihon/shared/script/walk/state';
import type { Walk, WalkScript } from '@daihon/shared/script/walk/state';

/**
 * A walk on the draft as it has become: what is on screen changes in place, ticks and entries stay; where the step is gone the
 * nearest visited one that is left, or the start. A condition that can be passed now is passed.
 */
export function followDraft(walk: Walk, root: WalkScript, at: string): Walk {
  const moved = { ...walk, root };
  const last = moved.path.at(-1);
  if (last === undefined || last.scriptId !== undefined || stepIn(root, last.stepId) !== null) {
    return passConditions(moved, at);
  }
  const index = moved.path.findLastIndex(
    (entry) => entry.reason === undefined && stepIn(scriptOfEntry(moved, entry), entry.stepId) !== null,
  );
  const kept = moved.path[index];
  if (kept !== undefined)
    return { ...moved, path: [...moved.path.slice(0, index), { ...kept, choiceId: null }], ended: null };
  const { start } = root.script;
  if (start === null) return { ...moved, path: [], ended: null };
  return passConditions({ ...moved, path: [{ stepId: start, choiceId: null, at }], ended: null }, at);
}
