import type { FieldValue } from '../../call.ts';
import { typedValue } from '../callValues.ts';
import { numberOf } from '../numberOf.ts';
import { explain } from '../explain.ts';
import type { Explanation } from '../explain.ts';
import type { Choice, Field, Gate, Step } from '../schema.ts';
import { fieldsHere } from './scope.ts';
import { currentScript, currentStep } from './state.ts';
import type { Walk } from './state.ts';
import { surroundingsHere, walkLabels, walkValues } from './values.ts';
import { own } from '../own.ts';

/** The gate of a step that must be read and has no gates of its own. */
export const readGateId = 'read';

export interface Offer {
  choice: Choice;
  /** Whether it can be taken: no condition, or one that holds, and a target. */
  offered: boolean;
  /** Why (not); null for a choice without a condition. */
  reason: Explanation | null;
}

/** All choices of the step on screen in order, each with whether and why it is offered. */
export function offeredChoices(walk: Walk): Offer[] {
  const step = currentStep(walk);
  if (step === null) return [];
  const values = walkValues(walk);
  const labels = walkLabels(walk);
  const around = surroundingsHere(walk);
  const { language } = currentScript(walk).script;
  return step.choices.map((choice) => {
    const reason = choice.when === null ? null : explain(choice.when, values, labels, language, around);
    // A condition step that could not be passed by itself is decided by hand.
    const open = reason === null || reason.holds || step.kind === 'condition';
    return { choice, offered: open && choice.to !== null, reason };
  });
}

/** What must be ticked before going on; a must-read step without gates has the one gate `read`. */
export function gatesOf(step: Step): Gate[] {
  if (step.gates.length > 0) return step.gates;
  return step.mustRead ? [{ id: readGateId, label: '' }] : [];
}

export type FieldIssue = 'missing' | 'not_a_number' | 'too_small' | 'too_large';

/** What is wrong with what was typed into a field; null when nothing is. */
export function fieldIssue(field: Field, value: FieldValue | undefined): FieldIssue | null {
  if (field.computed !== undefined) return null;
  const empty =
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required ? 'missing' : null;
  if (field.type !== 'number') {
    return field.type === 'readback' && field.required && !allRead(field, value) ? 'missing' : null;
  }
  const number = typeof value === 'string' ? numberOf(value) : typedValue(field, value);
  if (typeof number !== 'number') return 'not_a_number';
  if (field.min !== undefined && number < field.min) return 'too_small';
  return field.max !== undefined && number > field.max ? 'too_large' : null;
}

/** Reading back is done when every point was confirmed. */
function allRead(field: Field, value: FieldValue): boolean {
  return !Array.isArray(value) || (field.options ?? []).every((option) => value.includes(option.value));
}

export interface GoOn {
  ok: boolean;
  /** Gates that are not ticked. */
  gates: Gate[];
  fields: { field: Field; issue: FieldIssue }[];
}

/** Whether the call may leave the step on screen, and what stands against it. */
export function canGoOn(walk: Walk): GoOn {
  const step = currentStep(walk);
  if (step === null) return { ok: false, gates: [], fields: [] };
  const gates = untickedGates(walk, step);
  const typed = fieldsHere(walk);
  const fields = step.fields.flatMap((field) => {
    const issue = fieldIssue(field, own(typed, field.key));
    return issue === null ? [] : [{ field, issue }];
  });
  return { ok: gates.length === 0 && fields.length === 0, gates, fields };
}

export function untickedGates(walk: Walk, step: Step): Gate[] {
  const ticked = new Set((walk.path.at(-1)?.gates ?? []).map(({ gateId }) => gateId));
  return gatesOf(step).filter(({ id }) => !ticked.has(id));
}
