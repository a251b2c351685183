import { outlineSections, stepNumbers } from '@daihon/shared/script/outlineOrder';
import type { OutlineSection } from '@daihon/shared/script/outlineOrder';
import type { Script, Step } from '@daihon/shared/script/schema';
import { shareUnchanged } from './shareUnchanged.ts';

export interface Outline {
  sections: OutlineSection[];
  /** All steps in the order shown. */
  steps: Step[];
  /** The number shown before each title. */
  numbers: ReadonlyMap<string, number>;
}

const known = new WeakMap<Script, Outline>();

/** Groups with their steps as the outline shows them; computed once per state of the draft. */
export function outlineOf(script: Script): Outline {
  const present = known.get(script);
  if (present !== undefined) return present;
  const sections = outlineSections(script);
  const steps = sections.flatMap((section) => section.steps);
  const numbers = stepNumbers(sections);
  const outline = { sections, steps, numbers };
  known.set(script, outline);
  return outline;
}

let latestOptions: StepOption[] = [];
const knownOptions = new WeakMap<Script, StepOption[]>();

export interface StepOption {
  id: string;
  number: number;
  title: string;
}

/** All steps to choose from; the same array until a title or the order changes. */
export function stepOptionsOf(script: Script): StepOption[] {
  const present = knownOptions.get(script);
  if (present !== undefined) return present;
  const { steps, numbers } = outlineOf(script);
  const next = steps.map(({ id, title }) => ({ id, title, number: numbers.get(id) ?? 0 }));
  latestOptions = shareUnchanged(latestOptions, next);
  knownOptions.set(script, latestOptions);
  return latestOptions;
}

/** «4 本人確認» */
export function stepLabel(script: Script, stepId: string, untitled: string): string {
  const { steps, numbers } = outlineOf(script);
  const step = steps.find(({ id }) => id === stepId);
  return `${numbers.get(stepId) ?? '?'} ${step === undefined || step.title === '' ? untitled : step.title}`;
}

export interface Place {
  group: string | null;
  beforeId: string | null;
}

/** Where a step goes when it is moved one row up or down; null at either end. */
export function placeAfterMove(script: Script, stepId: string, direction: 'up' | 'down'): Place | null {
  const { steps } = outlineOf(script);
  const index = steps.findIndex(({ id }) => id === stepId);
  const step = steps[index];
  const neighbour = steps[direction === 'up' ? index - 1 : index + 1];
  if (step === undefined || neighbour === undefined) return null;
  const sameGroup = neighbour.group === step.group;
  const before = direction === 'up' ? sameGroup : !sameGroup;
  return {
    group: neighbour.group,
    beforeId: before ? neighbour.id : followerOf(script, neighbour.id, stepId),
  };
}

/** Where a step goes when it is dropped beside another one, or on a group: as its first. */
export function placeOfDrop(
  script: Script,
  stepId: string,
  target: { stepId: string } | { groupId: string | null },
  side: 'before' | 'after',
): Place | null {
  if ('groupId' in target) {
    const first = script.steps.find(({ group, id }) => group === target.groupId && id !== stepId);
    return { group: target.groupId, beforeId: first?.id ?? null };
  }
  const beside = script.steps.find(({ id }) => id === target.stepId);
  if (beside === undefined || beside.id === stepId) return null;
  const beforeId = side === 'before' ? beside.id : followerOf(script, beside.id, stepId);
  return { group: beside.group, beforeId };
}

/** The step after `id` in the order of the draft, the moved one not counted. */
function followerOf(script: Script, id: string, movedId: string): string | null {
  const rest = script.steps.filter((step) => step.id !== movedId);
  return rest[rest.findIndex((step) => step.id === id) + 1]?.id ?? null;
}

export interface Entry {
  fromId: string;
  label: string;
}

/** The choices that lead to a step. */
export function entriesOf(script: Script, stepId: string): Entry[] {
  return script.steps.flatMap((step) =>
    step.choices.flatMap((choice) =>
      choice.to === stepId ? [{ fromId: step.id, label: choice.label }] : [],
    ),
  );
}
