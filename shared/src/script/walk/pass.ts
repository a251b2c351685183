import type { PathEntry } from '../../call.ts';
import type { Explanation } from '../explain.ts';
import { offeredChoices } from './offer.ts';
import type { Offer } from './offer.ts';
import { currentScript, currentStep, stepIn } from './state.ts';
import type { Walk } from './state.ts';

const defaultReason = { ja: 'どの条件にも当てはまらない', en: 'no other condition holds' };

/**
 * Passes condition steps by themselves: the first rule that holds, otherwise the default; the reason is recorded in the path.
 * Stops at the first other step, at a condition that leads nowhere, and when it has been through every condition once: a ring
 * of conditions is then decided by hand.
 */
export function passConditions(walk: Walk, at: string): Walk {
  const passed = new Set<string>();
  let here = walk;
  for (;;) {
    const step = currentStep(here);
    if (step?.kind !== 'condition' || passed.has(step.id)) return here;
    const taken = offeredChoices(here).find(({ reason }) => reason === null || reason.holds);
    const to = taken?.choice.to ?? null;
    if (taken === undefined || to === null || stepIn(currentScript(here), to) === null) return here;
    passed.add(step.id);
    here = pass(here, taken, to, at);
  }
}

function pass(walk: Walk, { choice, reason }: Offer, to: string, at: string): Walk {
  const last = walk.path.at(-1);
  if (last === undefined) return walk;
  const left: PathEntry = {
    ...last,
    choiceId: choice.id,
    reason: reasonText(reason, currentScript(walk).script.language),
  };
  const { scriptId, version } = last;
  const next: PathEntry = {
    stepId: to,
    choiceId: null,
    at,
    via: 'choice',
    ...(scriptId === undefined ? {} : { scriptId }),
    ...(version === undefined ? {} : { version }),
  };
  return { ...walk, path: [...walk.path.slice(0, -1), left, next] };
}

function reasonText(reason: Explanation | null, language: 'ja' | 'en'): string {
  return (reason?.sentence ?? defaultReason[language]).slice(0, 1_000);
}
