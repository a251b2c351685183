import { readingSeconds } from '@daihon/shared/script/reading';
import { shownContent } from '@daihon/shared/script/shownContent';
import type { Step } from '@daihon/shared/script/schema';
import { shownText, surroundingsHere, walkValues } from '@daihon/shared/script/walk/values';
import { scriptOfEntry, stepIn } from '@daihon/shared/script/walk/state';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { Translate } from '../../../app/i18n.ts';

/** One visited step with what it takes to read it out. */
export interface PathStep {
  index: number;
  step: Step;
  /** The step's, filled in. */
  title: string;
  /** Title of the called script that it belongs to; null in the script itself. */
  part: string | null;
  /** The answer that led on; '' when none did (yet). */
  answer: string;
  /** Why a condition led where it did; null for other steps. */
  reason: string | null;
  seconds: number;
}

/** The path of a walk with the time that each step takes to read out. */
export function pathSteps(walk: Walk): PathStep[] {
  const values = walkValues(walk);
  return walk.path.flatMap((entry, index) => {
    const script = scriptOfEntry(walk, entry);
    const step = stepIn(script, entry.stepId);
    if (script === undefined || step === null) return [];
    const shown = shownContent(step.say, values, surroundingsHere(walk));
    const path: PathStep = {
      index,
      step,
      title: shownText(walk, step.title),
      part: entry.scriptId === undefined ? null : script.script.title,
      answer: shownText(walk, step.choices.find(({ id }) => id === entry.choiceId)?.label ?? ''),
      reason: entry.reason ?? null,
      seconds: entry.reason === undefined ? readingSeconds(shown, script.script.language) : 0,
    };
    return [path];
  });
}

export function totalSeconds(steps: readonly PathStep[]): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

export function durationText(seconds: number, t: Translate<'seconds' | 'minutes'>): string {
  if (seconds < 60) return t('seconds', { count: seconds });
  return t('minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
