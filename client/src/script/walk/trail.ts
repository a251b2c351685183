import type { PathEntry } from '@daihon/shared/call';
import { scriptOfEntry, stepIn } from '@daihon/shared/script/walk/state';
import { shownText } from '@daihon/shared/script/walk/values';
import type { Walk } from '@daihon/shared/script/walk/state';

/** One step of the trail as the agent knows it. */
export interface TrailItem {
  /** Place in the path: names the visit, since a step may be visited twice. */
  index: number;
  stepId: string;
  title: string;
  /** The answer that led on from here; '' when none did (yet). */
  answer: string;
  at: string;
  via: PathEntry['via'];
  current: boolean;
  /** Belongs to another script than the one on screen: shown, but not a place to go to. */
  elsewhere: boolean;
}

/** The visited steps in order, without the conditions that were passed by themselves. */
export function trailOf(walk: Walk): TrailItem[] {
  const last = walk.path.length - 1;
  const here = walk.path[last]?.scriptId;
  return walk.path.flatMap((entry, index) => {
    const step = stepIn(scriptOfEntry(walk, entry), entry.stepId);
    if (entry.reason !== undefined || step === null) return [];
    const answer = step.choices.find(({ id }) => id === entry.choiceId)?.label ?? '';
    const { stepId, at, via } = entry;
    const item: TrailItem = {
      index,
      stepId,
      title: shownText(walk, step.title),
      answer: shownText(walk, answer),
      at,
      via,
      current: index === last,
      elsewhere: entry.scriptId !== here,
    };
    return [item];
  });
}

export interface PassedCondition {
  title: string;
  answer: string;
  /** The rule in words, as it was recorded; null where no rule held and the default was taken. */
  reason: string | null;
}

/** Why the call is on this step: the conditions passed just before it, oldest first. */
export function reasonsOf(walk: Walk): PassedCondition[] {
  const reasons: PassedCondition[] = [];
  for (let index = walk.path.length - 2; index >= 0; index -= 1) {
    const entry = walk.path[index];
    if (entry?.reason === undefined) break;
    const step = stepIn(scriptOfEntry(walk, entry), entry.stepId);
    const taken = step?.choices.find(({ id }) => id === entry.choiceId);
    const reason = taken?.when === null ? null : entry.reason;
    const show = (text = ''): string => shownText(walk, text);
    reasons.unshift({ title: show(step?.title), answer: show(taken?.label), reason });
  }
  return reasons;
}
