import type { Surroundings } from '../calendar/surroundings.ts';
import { choose, enterCalled, goTo, interrupt, leaveCalled, returnFromInterrupt } from '../script/walk.ts';
import { setField, startWalk, tickGate } from '../script/walk.ts';
import { gatesInWay } from '../script/walk/gates.ts';
import { canGoOn, gatesOf, offeredChoices } from '../script/walk/offer.ts';
import { currentScript, currentStep, returnsOf, stepIn } from '../script/walk/state.ts';
import type { Walk, WalkScript } from '../script/walk/state.ts';
import type { SampleAnswer, SampleRun } from './sample.ts';

/** Why a replay left its path; `values` name what is wrong in the words of the script. */
export type Deviation =
  | 'no_start'
  | 'elsewhere'
  | 'step_gone'
  | 'choice_gone'
  | 'choice_closed'
  | 'choice_dangling'
  | 'field_needed'
  | 'interrupt_gone'
  | 'gate_in_way'
  | 'part_missing'
  | 'no_way'
  | 'outcome';

export interface Replay {
  /** As far as it came. */
  walk: Walk;
  /** Answers that were taken. */
  taken: number;
  deviation: { code: Deviation; stepId: string | null; values: Record<string, string> } | null;
}

export interface ReplayOptions {
  /** Now, for runs that set none. */
  at: string;
  /** The tenant's calendar and tax; its time is the run's. */
  surroundings?: Surroundings | null;
  /** A script that a step calls; null when it may not be called. */
  part: (scriptId: string) => WalkScript | null;
  /** Stops after so many answers: to go on from there by hand. */
  upTo?: number;
}

/** Takes a saved path again, step by step, on a script as it is now. Gates count as ticked. Never throws. */
export function replay(root: WalkScript, run: SampleRun, options: ReplayOptions): Replay {
  const at = run.at ?? options.at;
  const answers = run.answers.slice(0, options.upTo);
  const { placeholders, fields } = run;
  const { surroundings = null } = options;
  let walk = startWalk(root, { at, placeholders, fields, surroundings });
  if (currentStep(walk) === null) return stopped(walk, 0, 'no_start');
  for (const [index, answer] of answers.entries()) {
    const misplaced = placeOf(walk, answer);
    if (misplaced !== null) return { walk, taken: index, deviation: misplaced };
    walk = filled(walk, answer, at);
    if (answer.move === null)
      return index === run.answers.length - 1 ? ended(walk, run) : stay(walk, index + 1);
    const next = moved(walk, answer, at, options.part);
    if ('code' in next) return stopped(walk, index, next.code, next.values);
    walk = next;
  }
  return stay(walk, answers.length);
}

function stay(walk: Walk, taken: number): Replay {
  return { walk, taken, deviation: null };
}

function stopped(walk: Walk, taken: number, code: Deviation, values: Record<string, string> = {}): Replay {
  const step = currentStep(walk);
  const named = { step: titleOf(step?.title, step?.id), ...values };
  return { walk, taken, deviation: { code, stepId: ownStepId(walk), values: named } };
}

/** The step on screen where it belongs to the script itself, else the step that called the other one. */
function ownStepId(walk: Walk): string | null {
  return walk.path.findLast(({ scriptId }) => scriptId === undefined)?.stepId ?? null;
}

function placeOf(walk: Walk, answer: SampleAnswer): Replay['deviation'] {
  const current = currentScript(walk);
  const here = walk.path.at(-1);
  if (here?.stepId === answer.stepId && here.scriptId === answer.scriptId) return null;
  const script = answer.scriptId === undefined ? walk.root : (walk.called[answer.scriptId] ?? current);
  const expected = stepIn(script, answer.stepId);
  // Where it went another way: the condition it is stuck on, or the step before, which led here.
  const stuck = currentStep(walk)?.kind === 'condition';
  const before = stuck ? null : ownStepId({ ...walk, path: walk.path.slice(0, -1) });
  const values = {
    step: titleOf(currentStep(walk)?.title, here?.stepId),
    expected: titleOf(expected?.title, answer.stepId),
  };
  return {
    code: expected === null ? 'step_gone' : 'elsewhere',
    stepId: before ?? ownStepId(walk),
    values,
  };
}

function filled(walk: Walk, { fields }: SampleAnswer, at: string): Walk {
  let next = walk;
  for (const [key, value] of Object.entries(fields ?? {})) next = setField(next, key, value);
  const step = currentStep(next);
  for (const { id } of step === null ? [] : gatesOf(step)) next = tickGate(next, id, at);
  return next;
}

interface Refusal {
  code: Deviation;
  values?: Record<string, string>;
}

function moved(walk: Walk, { move }: SampleAnswer, at: string, part: ReplayOptions['part']): Walk | Refusal {
  if (move === null) return walk;
  if (move.kind === 'choose') return chosen(walk, move.choiceId, at);
  if (move.kind === 'interrupt')
    return changed(walk, interrupt(walk, move.interruptId, at, move.scriptId), 'interrupt_gone');
  if (move.kind === 'goTo')
    return held(walk, move.stepId) ?? changed(walk, goTo(walk, move.stepId, at), 'step_gone');
  if (move.kind === 'return') {
    const inside = returnsOf(walk.path).at(-1)?.kind;
    const back = inside === 'interrupt' ? returnFromInterrupt(walk, at) : leaveCalled(walk, at);
    return changed(walk, back, 'no_way');
  }
  const scriptId = currentStep(walk)?.jump?.scriptId;
  const called = scriptId === undefined ? null : part(scriptId);
  if (called === null) return { code: 'part_missing' };
  return blocked(walk) ?? changed(walk, enterCalled(walk, called, at), 'part_missing');
}

function chosen(walk: Walk, choiceId: string, at: string): Walk | Refusal {
  const offer = offeredChoices(walk).find(({ choice }) => choice.id === choiceId);
  if (offer === undefined) return { code: 'choice_gone' };
  const values = { choice: titleOf(offer.choice.label, choiceId) };
  const { to } = offer.choice;
  if (to === null || stepIn(currentScript(walk), to) === null) return { code: 'choice_dangling', values };
  if (!offer.offered) {
    return { code: 'choice_closed', values: { ...values, condition: offer.reason?.sentence ?? '' } };
  }
  const next = choose(walk, choiceId, at);
  return next === walk ? (blocked(walk) ?? held(walk, to) ?? { code: 'no_way', values }) : next;
}

/** A gate that was not ticked on the way of this caller. */
function held(walk: Walk, stepId: string): Refusal | null {
  const inWay = gatesInWay(walk)(stepId);
  return inWay === null
    ? null
    : { code: 'gate_in_way', values: { gate: titleOf(inWay.step.title, inWay.step.id) } };
}

function blocked(walk: Walk): Refusal | null {
  const field = canGoOn(walk).fields[0]?.field;
  if (field === undefined) return null;
  return { code: 'field_needed', values: { field: titleOf(field.label, field.key) } };
}

function changed(before: Walk, after: Walk, code: Deviation): Walk | Refusal {
  return after === before ? { code } : after;
}

/** At the last step: it must end as it did. */
function ended(walk: Walk, run: SampleRun): Replay {
  const taken = run.answers.length;
  if (run.outcome === null) return stay(walk, taken);
  const outcome = currentStep(walk)?.outcome ?? '';
  if (outcome === run.outcome) return stay(walk, taken);
  return stopped(walk, taken - 1, 'outcome', { outcome, expected: run.outcome });
}

function titleOf(title: string | undefined, id: string | undefined): string {
  return title === undefined || title.trim() === '' ? (id ?? '') : title;
}
