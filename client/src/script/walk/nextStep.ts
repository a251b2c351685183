import type { FieldValue } from '@daihon/shared/call';
import type { Field, Step } from '@daihon/shared/script/schema';
import { canGoOn, offeredChoices } from '@daihon/shared/script/walk/offer';
import type { Offer } from '@daihon/shared/script/walk/offer';
import { frameOf } from '@daihon/shared/script/walk/frames';
import { fieldsHere } from '@daihon/shared/script/walk/scope';
import { currentStep, returnsOf } from '@daihon/shared/script/walk/state';
import type { Walk } from '@daihon/shared/script/walk/state';

/** What Enter does: the next thing to confirm, or the only way on; `none` where the agent has to choose. */
export type NextStep =
  | { kind: 'tick'; gateId: string }
  | { kind: 'readBack'; fieldId: string; key: string; value: FieldValue; done: number }
  | { kind: 'fix'; fieldId: string }
  | { kind: 'choose'; choiceId: string }
  | { kind: 'call'; scriptId: string }
  | { kind: 'return' | 'leave' | 'end' | 'none' };

export function nextStepOf(walk: Walk): NextStep {
  const step = currentStep(walk);
  if (step === null || walk.ended !== null) return { kind: 'none' };
  const { gates, fields } = canGoOn(walk);
  const gate = gates[0];
  if (gate !== undefined) return { kind: 'tick', gateId: gate.id };
  const readBack = nextReadBack(step.fields, walk);
  if (readBack !== null) return readBack;
  const wrong = fields[0];
  if (wrong !== undefined) return { kind: 'fix', fieldId: wrong.field.id };
  return wayOn(walk, step);
}

/** Where 0 leads: out of the side topic or the called script that the call is in. */
export function returnOf(walk: Walk): 'interrupt' | 'jump' | null {
  return returnsOf(walk.path).at(-1)?.kind ?? null;
}

/** Whether the step is a jump that has not been made yet; back on it, its choices lead on. */
export function jumpTarget(walk: Walk, step: Step): string | null {
  return step.kind === 'jump' && walk.path.at(-1)?.via !== 'return' ? (step.jump?.scriptId ?? null) : null;
}

/** Whether the step ends the call; an end of a called script only leads out of it. */
export function endsCall(walk: Walk, step: Step): boolean {
  return step.kind === 'end' && frameOf(walk.path).jump === null;
}

function wayOn(walk: Walk, step: Step): NextStep {
  const place = returnOf(walk);
  if (step.kind === 'end') return { kind: endsCall(walk, step) ? 'end' : 'leave' };
  const scriptId = jumpTarget(walk, step);
  if (scriptId !== null) return { kind: 'call', scriptId };
  const offers = offeredChoices(walk);
  const only = onlyWay(offers, step);
  if (only !== null) return { kind: 'choose', choiceId: only.choice.id };
  if (offers.some(({ offered }) => offered) || place === null) return { kind: 'none' };
  return { kind: place === 'interrupt' ? 'return' : 'leave' };
}

/**
 * The one choice that is offered, unless another waits for something that is still empty on this step: then it is not the only way,
 * and a quick Enter must not take it (「見合わせる」 while 購入形態 is still open).
 */
function onlyWay(offers: readonly Offer[], step: Step): Offer | null {
  const [only, ...more] = offers.filter(({ offered }) => offered);
  if (only === undefined || more.length > 0) return null;
  const own = new Set(step.fields.map(({ key }) => key));
  const waiting = offers.some(
    ({ offered, reason }) =>
      !offered && reason?.seen.some(({ key, text }) => own.has(key) && text === '') === true,
  );
  return waiting ? null : only;
}

function nextReadBack(fields: readonly Field[], walk: Walk): NextStep | null {
  for (const { id, type, key, options } of fields) {
    if (type !== 'readback') continue;
    const value = fieldsHere(walk)[key];
    const read = Array.isArray(value) ? value : [];
    const next = (options ?? []).find((option) => !read.includes(option.value));
    if (next !== undefined)
      return { kind: 'readBack', fieldId: id, key, value: [...read, next.value], done: read.length };
  }
  return null;
}
