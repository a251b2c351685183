import { clipOf } from '@daihon/shared/script/clip/clip';
import type { StepsClip } from '@daihon/shared/script/clip/readClip';
import { pastePart, planPaste } from '@daihon/shared/script/draft/paste';
import type { Step } from '@daihon/shared/script/schema';
import { stepSize } from '../../ui/stepSize.ts';
import { freePlace } from '../freePlace.ts';
import { newId } from '../newId.ts';
import type { ActionContext } from './context.ts';

/** Copies of steps, within this draft and from others. */
export function clipActions({ session, view, script, stepOf, open }: ActionContext) {
  /** Pastes as one change to undo, though large copies are written in several updates. */
  const paste = (clip: StepsClip, position?: Step['position']): string[] => {
    const beside = stepOf(view.get().stepId);
    const at = freePlace(script(), beside, position, sizeOf(clip.steps));
    const group = beside?.group ?? null;
    const options = { newId, at, afterId: beside?.id ?? null, group };
    const plan = planPaste(session.doc, clip, options);
    const run = `paste ${newId()}`;
    plan.parts.forEach((_, index) => session.edit((doc) => pastePart(doc, plan, index, session.origin), run));
    session.undo.separate();
    open(plan.ids[0] ?? null);
    view.set({ selected: new Set(plan.ids) });
    return plan.ids;
  };

  return {
    clip: (stepIds: Iterable<string>, cut = false) => clipOf(script(), stepIds, cut),
    paste,
    /** Copies with all that is chosen, what leads out of them included. */
    duplicateAll: (stepIds: readonly string[]) => {
      const clip = clipOf(script(), stepIds);
      if (clip !== null) paste(clip);
    },
  };
}

function sizeOf(steps: readonly Step[]): { width: number; height: number } {
  const left = Math.min(...steps.map(({ position }) => position.x));
  const top = Math.min(...steps.map(({ position }) => position.y));
  const right = Math.max(...steps.map((step) => step.position.x + stepSize(step).width));
  const bottom = Math.max(...steps.map((step) => step.position.y + stepSize(step).height));
  return { width: right - left, height: bottom - top };
}
