import type { StepDiff } from '@daihon/shared/version';
import type { Changes } from './changes.ts';

type Looked = Pick<Changes, 'diff' | 'heldWays'>;

/**
 * The steps that would go out otherwise than when this person last looked; '' stands for the script as a whole. What follows
 * from a step that they held back or took in here themselves (`own`) is no news to them.
 */
export function newsSince(looked: Looked, now: Looked, own: ReadonlySet<string>): string[] {
  const before = byId(looked.diff.steps);
  const after = byId(now.diff.steps);
  const expected = new Set(own);
  for (const { heldId, stepId } of [...looked.heldWays, ...now.heldWays])
    if (own.has(heldId)) expected.add(stepId ?? '');
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id) && !expected.has(id));
}

function byId(steps: readonly StepDiff[]): Map<string, string> {
  return new Map(steps.map((step) => [step.id, JSON.stringify(step)]));
}
