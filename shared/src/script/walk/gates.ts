import type { PathEntry } from '../../call.ts';
import type { Gate, Script, Step } from '../schema.ts';
import { framesOf, returnPlace } from './frames.ts';
import { gatesOf } from './offer.ts';
import { currentScript } from './state.ts';
import type { Walk } from './state.ts';
import { tickName, ticksOf } from './undone.ts';

/** What stands in the way of a step: the step that has to be gone through first, and what is to be confirmed there. */
export interface GateInWay {
  step: Step;
  gates: Gate[];
}

type Steps = ReadonlyMap<string, Step>;

/**
 * Says of any step of the script on screen which gate stands in its way; null: the call may go there (SPEC 18, 19, decision 135).
 * The main way is judged from the start and from what the call came through, a side topic from where it begins: a step may be
 * come to when a way leads there on which every gate has been ticked in this call. Where the call stands, and where it will come
 * back to, the ticks of that visit count.
 */
export function gatesInWay(walk: Walk): (stepId: string) => GateInWay | null {
  const { script } = currentScript(walk);
  const steps: Steps = new Map(script.steps.map((step) => [step.id, step]));
  const openGates = openGatesOf(walk);
  const here = walk.path.at(-1);
  const visited = new Set(
    walk.path.filter(({ scriptId }) => scriptId === here?.scriptId).map(({ stepId }) => stepId),
  );
  const starts = [script.start, ...goneThrough(walk, script)];
  const main = reach(starts, steps, () => true);
  const isMain = (step: Step) => main.has(step.id);
  const passed = (step: Step) => openGates(step).length === 0;
  const mainFree = reach(starts, steps, passed);
  const topics = script.interrupts.map(({ to }) => to);
  // A side topic that leads into the main way does not lead past its gates.
  const side = reach(topics, steps, (step) => !isMain(step));
  const sideFree = reach(topics, steps, (step) => !isMain(step) && passed(step));
  return (stepId) => {
    const step = steps.get(stepId);
    if (step === undefined || visited.has(stepId)) return null;
    if (isMain(step)) return mainFree.has(stepId) ? null : firstInWay(step, mainFree);
    return !side.has(stepId) || sideFree.has(stepId) ? null : firstInWay(step, sideFree);
  };

  /** The nearest gate that leads there: that of the step on screen before others. */
  function firstInWay(target: Step, free: ReadonlySet<string>): GateInWay | null {
    const standing = (id: string) => Number(id === here?.stepId);
    const step = [...free]
      .sort((a, b) => standing(b) - standing(a))
      .flatMap((id) => steps.get(id) ?? [])
      .find((held) => !passed(held) && reach([held.id], steps, () => true).has(target.id));
    return step === undefined ? null : { step, gates: openGates(step) };
  }
}

/** The steps that can be come to from the start, whatever has to be ticked on the way; the others are side topics, or left over. */
function mainWayOf(script: Script): Set<string> {
  return reach([script.start], new Map(script.steps.map((step) => [step.id, step])), () => true);
}

/** The gates of a step of the script on screen that are still open, as far as this call goes. */
function openGatesOf(walk: Walk): (step: Step) => Gate[] {
  const here = walk.path.at(-1)?.scriptId;
  const ticks = ticksOf(walk, here);
  const standing = new Map<string, Set<string>>();
  for (const entry of standingEntries(walk)) {
    if (entry.scriptId === here)
      standing.set(
        entry.stepId,
        new Set((entry.gates ?? []).map(({ gateId }) => tickName(entry.stepId, gateId))),
      );
  }
  return (step) => {
    const ticked = standing.get(step.id) ?? ticks;
    return gatesOf(step).filter(({ id }) => !ticked.has(tickName(step.id, id)));
  };
}

/** Where the call stands, and the places it will come back to, outermost first. */
function standingEntries({ path }: Walk): PathEntry[] {
  const open = framesOf(path).at(-1)?.open ?? [];
  return [...open.map(({ index }) => path[index]), path.at(-1)].filter((entry) => entry !== undefined);
}

/**
 * The steps of the script on screen that the call came to by its own way: from the start by answers and permitted jumps, not on a
 * side topic and not on from a step that no way leads to. A new version may have put a gate before them: they are passed.
 */
function goneThrough({ path }: Walk, script: Script): string[] {
  const main = mainWayOf(script);
  const frames = framesOf(path);
  const onWay: boolean[] = [];
  path.forEach((entry, index) => {
    const before = onWay[index - 1] ?? true;
    const open = frames[index - 1]?.open ?? [];
    onWay.push(
      isOnWay(entry, before, () => {
        const place = open[returnPlace(path, open, entry)];
        return place === undefined ? before : (onWay[place.index] ?? true);
      }),
    );
  });
  const here = path.at(-1)?.scriptId;
  return path.flatMap((entry, index) =>
    onWay[index] === true && entry.scriptId === here ? [entry.stepId] : [],
  );

  function isOnWay(entry: PathEntry, before: boolean, comeBack: () => boolean): boolean {
    if (entry.via === 'interrupt') return false;
    if (entry.via === 'jump') return true;
    if (entry.via === 'return') return comeBack();
    if (entry.via === 'search') return main.has(entry.stepId);
    // Whether answers or a jump had led there is no longer said by the entry.
    if (entry.via === 'back') return before && main.has(entry.stepId);
    return before || (entry.via === 'switch' && main.has(entry.stepId));
  }
}

/** The steps that can be come to from some of them, themselves included, going on only from those that `passes` lets through. */
function reach(from: readonly (string | null)[], steps: Steps, passes: (step: Step) => boolean): Set<string> {
  const reached = new Set<string>();
  const queue = [...from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = id === null ? undefined : steps.get(id);
    if (step === undefined || reached.has(step.id)) continue;
    reached.add(step.id);
    if (passes(step)) queue.push(...step.choices.map(({ to }) => to));
  }
  return reached;
}
