import type { Surroundings } from '../calendar/surroundings.ts';
import type { FieldValue, PathEntry } from '../call.ts';
import { frameOf, scopedKey } from './walk/frames.ts';
import type { Return } from './walk/frames.ts';
import { gatesInWay } from './walk/gates.ts';
import { canGoOn, gatesOf, offeredChoices } from './walk/offer.ts';
import { handedBack, handedIn } from './walk/handOver.ts';
import { passConditions } from './walk/pass.ts';
import { jumpHere, placeholderName, scopeOf } from './walk/scope.ts';
import { currentScript, currentStep, returnsOf, scriptOfEntry, stepIn } from './walk/state.ts';
import type { Walk, WalkScript } from './walk/state.ts';
import { topicOf } from './walk/topics.ts';
import { withUndone } from './walk/undone.ts';

// The run of a call as pure moves. A move that is not allowed gives the same walk back (compare with ===); `canGoOn` and
// `offeredChoices` say beforehand what is. Times are ISO 8601 with offset and come from the caller.

/** Deep enough for parts that call parts; a script that calls itself without end stops there. */
const maxReturns = 20;

export interface StartOptions {
  at: string;
  placeholders?: Readonly<Record<string, string>>;
  fields?: Readonly<Record<string, FieldValue>>;
  surroundings?: Surroundings | null;
}

/** A call at the first step of a script, conditions already passed. A script without a start gives a walk without a step. */
export function startWalk(root: WalkScript, options: StartOptions): Walk {
  const { at, placeholders = {}, fields = {}, surroundings = null } = options;
  const { start } = root.script;
  const empty = { called: {}, path: [], undone: [], switches: [], ended: null };
  const walk: Walk = { root, ...empty, fields, placeholders, surroundings };
  return start === null ? walk : arrive(walk, { stepId: start, choiceId: null, at });
}

/**
 * Takes a choice of the step on screen. Not while gates are unticked, fields missing or the choice not offered; nor from a side topic
 * past a gate of the main way, but to an end: whoever may hang up may end.
 */
export function choose(walk: Walk, choiceId: string, at: string): Walk {
  const offer = offeredChoices(walk).find(({ choice }) => choice.id === choiceId);
  if (walk.ended !== null || offer?.offered !== true || offer.choice.to === null || !canGoOn(walk).ok)
    return walk;
  const target = stepIn(currentScript(walk), offer.choice.to);
  if (target === null) return walk;
  const left = withLast(walk, (entry) => ({ ...entry, choiceId }));
  const place = placeOf(currentScript(walk), walk);
  const next = arrive(left, { ...place, stepId: target.id, choiceId: null, at, via: 'choice' });
  return isFree(walk, next) || endsAside(walk, next) ? next : walk;
}

/** Whether a move stopped at a step with no gate in its way; conditions that it passed are no place to be. */
function isFree(before: Walk, after: Walk): boolean {
  const stop = after.path.at(-1);
  return stop !== undefined && gatesInWay(before)(stop.stepId) === null;
}

function endsAside(before: Walk, after: Walk): boolean {
  const aside = returnsOf(before.path).at(-1)?.kind === 'interrupt';
  return aside && currentStep(after)?.kind === 'end';
}

/**
 * Back to the step before, over conditions that were passed. What was typed stays; the way ahead is no longer part of the path, but
 * kept beside it.
 */
export function back(walk: Walk, at: string): Walk {
  for (let index = walk.path.length - 2; index >= 0; index -= 1)
    if (stopsAt(walk, index)) return backTo(walk, index, { at, how: 'back' });
  return walk;
}

/**
 * To a step of the trail (the path is cut there), or else freely to any step of the script on screen (search, permalink):
 * allowed and recorded, but not past unticked gates (SPEC 18, `gatesInWay`). `how`: by the trail it is a way back.
 */
export function goTo(walk: Walk, stepId: string, at: string, how: 'search' | 'back' = 'search'): Walk {
  const current = currentScript(walk);
  const index = walk.path.findLastIndex(
    (entry, at) => entry.stepId === stepId && scriptOfEntry(walk, entry) === current && stopsAt(walk, at),
  );
  if (index !== -1) return index === walk.path.length - 1 ? walk : backTo(walk, index, { at, how });
  if (walk.ended !== null || stepIn(current, stepId) === null) return walk;
  const next = arrive(walk, { ...placeOf(current, walk), stepId, choiceId: null, at, via: 'search' });
  return isFree(walk, next) ? next : walk;
}

/**
 * To a side topic (割り込み) of any script that the call is in (`topicsHere`), from any step and past no gate: the step it began on is
 * the one to come back to. Without `scriptId` the innermost script that has the topic.
 */
export function interrupt(walk: Walk, interruptId: string, at: string, scriptId?: string): Walk {
  const topic = topicOf(walk, interruptId, scriptId);
  if (walk.ended !== null || topic === null || returnsOf(walk.path).length >= maxReturns) return walk;
  const place = placeOf(topic.script, walk);
  return arrive(walk, { ...place, stepId: topic.to, choiceId: null, at, via: 'interrupt' });
}

/** From a side topic back to the step where it began, its gates as they were. */
export function returnFromInterrupt(walk: Walk, at: string): Walk {
  return returnTo(walk, returnsOf(walk.path).at(-1), 'interrupt', at);
}

/** From a jump step into the script it calls, with what the jump hands in. Not while the step's gates are unticked or fields missing. */
export function enterCalled(walk: Walk, called: WalkScript, at: string): Walk {
  const { start } = called.script;
  const step = currentStep(walk);
  if (walk.ended !== null || start === null || step?.jump?.scriptId !== called.scriptId) return walk;
  if (!canGoOn(walk).ok || returnsOf(walk.path).length >= maxReturns) return walk;
  const placeholders = withEntries(walk.placeholders, handedIn(walk, step.id, step.jump));
  const known = { ...walk, placeholders, called: { ...walk.called, [called.scriptId]: called } };
  return arrive(known, { ...placeOf(called, known), stepId: start, choiceId: null, at, via: 'jump' });
}

/**
 * Out of a called script, at its end or by 戻る, with what it hands back: on the jump step again, whose choices lead on. From a side
 * topic within the part too.
 */
export function leaveCalled(walk: Walk, at: string): Walk {
  const back = returnTo(walk, frameOf(walk.path).jump ?? undefined, 'jump', at);
  const jump = jumpHere(walk);
  return back === walk || jump === null
    ? back
    : { ...back, fields: { ...back.fields, ...handedBack(walk, jump) } };
}

/**
 * Ends the call. The outcome is that of the end step on screen, unless another is given (a call that broke off). At the end
 * of a called script the call goes on: `leaveCalled`.
 */
export function end(walk: Walk, at: string, outcome?: string | null): Walk {
  if (walk.ended !== null) return walk;
  return {
    ...walk,
    ended: { outcome: outcome === undefined ? (currentStep(walk)?.outcome ?? null) : outcome, at },
  };
}

/** Ticks a gate of the step on screen; the time and the version are recorded with the visit. */
export function tickGate(walk: Walk, gateId: string, at: string): Walk {
  const step = currentStep(walk);
  const { version } = currentScript(walk);
  if (step === null || !gatesOf(step).some(({ id }) => id === gateId)) return walk;
  return withLast(walk, (entry) => {
    const others = (entry.gates ?? []).filter((gate) => gate.gateId !== gateId);
    return { ...entry, gates: [...others, { gateId, at, version }] };
  });
}

/** Takes a tick away; that it was there stays recorded. */
export function untickGate(walk: Walk, gateId: string, at: string): Walk {
  const entry = walk.path.at(-1);
  const gone = (entry?.gates ?? []).filter((gate) => gate.gateId === gateId);
  if (entry === undefined || gone.length === 0) return walk;
  const kept = withUndone(walk, [{ ...entry, gates: gone }], { at, how: 'untick' });
  return withLast(kept, ({ gates = [], ...rest }) => ({
    ...rest,
    gates: gates.filter((gate) => gate.gateId !== gateId),
  }));
}

/** What the agent typed into a field of the script on screen; an empty value takes it away. */
export function setField(walk: Walk, key: string, value: FieldValue | null): Walk {
  const name = scopedKey(scopeOf(walk.path), key);
  return { ...walk, fields: withEntries(walk.fields, { [name]: value === '' ? null : value }) };
}

export function setPlaceholder(walk: Walk, key: string, value: string): Walk {
  return { ...walk, placeholders: { ...walk.placeholders, [placeholderName(walk, key)]: value } };
}

/** With other values; null takes one away. */
function withEntries<T>(
  record: Readonly<Record<string, T>>,
  entries: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const rest = Object.entries(record).filter(([name]) => !Object.hasOwn(entries, name));
  const set = Object.entries(entries).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...rest, ...set]);
}

function arrive(walk: Walk, entry: PathEntry): Walk {
  return passConditions({ ...walk, path: [...walk.path, entry] }, entry.at);
}

/** How a path entry names its script: not at all for the call's own. */
export function placeOf(script: WalkScript, walk: Walk): Pick<PathEntry, 'scriptId' | 'version'> {
  return script.scriptId === walk.root.scriptId ? {} : { scriptId: script.scriptId, version: script.version };
}

/** Whether the call stood at this entry: its step exists and was not passed by itself. */
function stopsAt(walk: Walk, index: number): boolean {
  const entry = walk.path[index];
  if (entry === undefined || entry.reason !== undefined) return false;
  return stepIn(scriptOfEntry(walk, entry), entry.stepId) !== null;
}

function backTo(walk: Walk, index: number, undone: { at: string; how: 'back' | 'search' }): Walk {
  const kept = withUndone(walk, walk.path.slice(index), undone);
  const cut = { ...kept, path: walk.path.slice(0, index + 1), ended: null };
  return withLast(cut, (entry) => {
    // What opened or closed a side way stays recorded: the places to come back to are read off it.
    const structural = entry.via === 'interrupt' || entry.via === 'jump' || entry.via === 'return';
    return { ...entry, choiceId: null, at: undone.at, ...(structural ? {} : { via: undone.how }) };
  });
}

function returnTo(walk: Walk, place: Return | undefined, kind: Return['kind'], at: string): Walk {
  if (walk.ended !== null || place?.kind !== kind) return walk;
  for (let index = place.index; index >= 0; index -= 1) {
    const entry = walk.path[index];
    if (entry !== undefined && stopsAt(walk, index)) return returnAs(walk, entry, at);
  }
  // Another version of the caller has none of the steps that the call went through: its start.
  const left = walk.path[place.index];
  const start = (left === undefined ? undefined : scriptOfEntry(walk, left))?.script.start ?? null;
  if (left === undefined || start === null) return walk;
  return returnAs(walk, { ...left, stepId: start, gates: [] }, at);
}

function returnAs(walk: Walk, { stepId, scriptId, version, gates }: PathEntry, at: string): Walk {
  const named = {
    ...(scriptId === undefined ? {} : { scriptId }),
    ...(version === undefined ? {} : { version }),
  };
  const ticked = gates === undefined ? {} : { gates };
  return {
    ...walk,
    path: [...walk.path, { stepId, choiceId: null, at, via: 'return', ...ticked, ...named }],
  };
}

function withLast(walk: Walk, change: (entry: PathEntry) => PathEntry): Walk {
  const last = walk.path.at(-1);
  return last === undefined ? walk : { ...walk, path: [...walk.path.slice(0, -1), change(last)] };
}
