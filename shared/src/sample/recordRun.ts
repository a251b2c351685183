import type { PathEntry } from '../call.ts';
import { own } from '../script/own.ts';
import { scopedKey } from '../script/walk/frames.ts';
import { scopeOf } from '../script/walk/scope.ts';
import { currentStep, scriptOfEntry, stepIn } from '../script/walk/state.ts';
import type { Walk } from '../script/walk/state.ts';
import type { SampleAnswer, SampleMove, SampleRun } from './sample.ts';

/** The path of a walk as a sample caller that takes it again. `at`: the moment that the run took for now, if it was set. */
export function recordRun(walk: Walk, at: string | null): SampleRun {
  const stops = walk.path.flatMap((entry, index) => (entry.reason === undefined ? [index] : []));
  const answers = stops.flatMap((index, place) => {
    const entry = walk.path[index];
    if (entry === undefined) return [];
    const next = stops[place + 1];
    return [answerOf(walk, index, entry, next === undefined ? null : moveFrom(walk, index, next))];
  });
  const asked = new Set(answers.flatMap(({ fields }) => Object.keys(fields ?? {})));
  // What a part knows or hands back is come by again on the way.
  const handed = new Set(walk.path.flatMap((entry) => outputsOf(walk, entry)));
  const isOwn = (key: string) => !key.includes('/') && !asked.has(key) && !handed.has(key);
  const known = Object.entries(walk.fields).filter(([key]) => isOwn(key));
  const placeholders = Object.entries(walk.placeholders).filter(([key]) => !key.includes('/'));
  const last = currentStep(walk);
  return {
    placeholders: Object.fromEntries(placeholders),
    fields: Object.fromEntries(known),
    answers,
    outcome: walk.ended?.outcome ?? (last?.kind === 'end' ? last.outcome : null),
    at,
  };
}

function outputsOf(walk: Walk, entry: PathEntry): string[] {
  return (stepIn(scriptOfEntry(walk, entry), entry.stepId)?.jump?.outputs ?? []).map(({ to }) => to);
}

function answerOf(walk: Walk, index: number, entry: PathEntry, move: SampleMove | null): SampleAnswer {
  const scope = scopeOf(walk.path.slice(0, index + 1));
  const step = stepIn(scriptOfEntry(walk, entry), entry.stepId);
  const filled = (step?.fields ?? []).flatMap(({ key, computed }) => {
    const value = own(walk.fields, scopedKey(scope, key));
    return value === undefined || computed !== undefined ? [] : [[key, value] as const];
  });
  return {
    stepId: entry.stepId,
    ...(entry.scriptId === undefined ? {} : { scriptId: entry.scriptId }),
    ...(filled.length === 0 ? {} : { fields: Object.fromEntries(filled) }),
    move,
  };
}

/** What led from one stop of the path towards the next; conditions may have been passed on the way. */
function moveFrom(walk: Walk, from: number, stop: number): SampleMove | null {
  const entry = walk.path[from];
  const next = walk.path[from + 1];
  const target = walk.path[stop];
  if (entry === undefined || next === undefined || target === undefined) return null;
  if (next.via === 'jump') return { kind: 'enter' };
  if (next.via === 'return') return { kind: 'return' };
  if (next.via === 'interrupt') {
    const interrupts = scriptOfEntry(walk, next)?.script.interrupts ?? [];
    const taken = interrupts.find(({ to }) => to === next.stepId);
    const outer = next.scriptId === entry.scriptId ? {} : { scriptId: next.scriptId ?? walk.root.scriptId };
    if (taken !== undefined) return { kind: 'interrupt', interruptId: taken.id, ...outer };
  }
  if (entry.choiceId !== null) return { kind: 'choose', choiceId: entry.choiceId };
  return { kind: 'goTo', stepId: next.stepId };
}
