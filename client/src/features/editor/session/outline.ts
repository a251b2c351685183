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

/** Where steps go when they are moved one row up or down as a block, in which order; null at either end. */
export function placeAfterMove(
  script: Script,
  stepIds: readonly string[],
  direction: 'up' | 'down',
): (Place & { ids: string[] }) | null {
  const moved = new Set(stepIds);
  const { steps } = outlineOf(script);
  const block = steps.filter(({ id }) => moved.has(id));
  const edge = direction === 'up' ? block[0] : block.at(-1);
  if (edge === undefined) return null;
  const index = steps.indexOf(edge);
  const neighbour = steps[direction === 'up' ? index - 1 : index + 1];
  if (neighbour === undefined) return null;
  const sameGroup = neighbour.group === edge.group;
  const before = direction === 'up' ? sameGroup : !sameGroup;
  return {
    ids: block.map(({ id }) => id),
    group: neighbour.group,
    beforeId: before ? neighbour.id : followerOf(script, neighbour.id, moved),
  };
}

/** Where steps go when they are dropped beside another one, or on a group: as its first. */
export function placeOfDrop(
  script: Script,
  stepIds: readonly string[],
  target: { stepId: string } | { groupId: string | null },
  side: 'before' | 'after',
): Place | null {
  const moved = new Set(stepIds);
  if ('groupId' in target) {
    const first = script.steps.find(({ group, id }) => group === target.groupId && !moved.has(id));
    return { group: target.groupId, beforeId: first?.id ?? null };
  }
  const beside = script.steps.find(({ id }) => id === target.stepId);
  if (beside === undefined || moved.has(beside.id)) return null;
  const beforeId = side === 'before' ? beside.id : followerOf(script, beside.id, moved);
  return { group: beside.group, beforeId };
}

/** The step after `id` in the order of the draft, the moved ones not counted. */
function followerOf(script: Script, id: string, moved: ReadonlySet<string>): string | null {
  const rest = script.steps.filter((step) => !moved.has(step.id));
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
