import { canonicalJson } from '@daihon/shared/script/canonical';
import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import { sha256Hex } from '../../../platform/hash.ts';

const nowhere = { x: 0, y: 0 };

/** Names all of a draft that a comparison shows. Places on the map are no part of it. */
function wholeState(draft: Script): string {
  const steps = draft.steps.map((step) => ({ ...step, position: nowhere }));
  return sha256Hex(canonicalJson({ ...draft, steps }));
}

/** Names what one step of a draft holds; '' where there is none. Its place on the map is no part of it. */
function stepState(draft: Script, stepId: string): string {
  const step = draft.steps.find(({ id }) => id === stepId);
  return step === undefined ? '' : sha256Hex(canonicalJson({ ...step, position: nowhere })).slice(0, 32);
}

/** The states that a restore into this draft may name: of the whole, and of each of these steps. */
export function statesOf(
  draft: Script,
  stepIds: readonly string[],
): { state: string; stepStates: Record<string, string> } {
  return {
    state: wholeState(draft),
    stepStates: Object.fromEntries(stepIds.map((id) => [id, stepState(draft, id)])),
  };
}

/**
 * Throws `conflict` with the present `state` unless the draft, or the one step, stands as it was looked at; `not_found` for a step
 * that neither has.
 */
export function demandState(
  draft: Script,
  target: Script,
  { stepId, state }: { stepId: string | null; state: string | undefined },
): void {
  const has = (script: Script) => script.steps.some(({ id }) => id === stepId);
  if (stepId !== null && !has(target) && !has(draft)) throw new AppError('not_found');
  if (state === undefined) return;
  const present = stepId === null ? wholeState(draft) : stepState(draft, stepId);
  if (present === state) return;
  throw new AppError('conflict', 'The draft has changed since it was looked at', {
    members: { state: present },
  });
}
