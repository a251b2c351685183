import { compileCondition } from './conditions.ts';
import { paragraphsOf } from './contentText.ts';
import { findPlaceholders, placeholderKeysOf } from './placeholders.ts';
import { stepRoles } from './kinds.ts';
import type { Script, Step, StepRole } from './schema.ts';

/** One place that asks for a key; `place` names the part of the step as the editor's fields are named. */
export interface KeyUse {
  stepId: string;
  kind: 'text' | 'paragraph' | 'choice' | 'computed' | 'jump' | 'page';
  place: string;
}

const known = new WeakMap<Step, ReadonlyMap<string, KeyUse[]>>();

/** Where a script asks for each key: texts, conditions, computed fields, calls and pages. */
export function keyUses(script: Pick<Script, 'steps'>): ReadonlyMap<string, readonly KeyUse[]> {
  const uses = new Map<string, KeyUse[]>();
  for (const step of script.steps)
    for (const [key, ofStep] of usesIn(step)) uses.set(key, [...(uses.get(key) ?? []), ...ofStep]);
  return uses;
}

/** Kept by step: while one is written, all others are as they were. */
function usesIn(step: Step): ReadonlyMap<string, KeyUse[]> {
  const present = known.get(step);
  if (present !== undefined) return present;
  const uses = new Map<string, KeyUse[]>();
  const add = (keys: readonly string[], kind: KeyUse['kind'], place: string) => {
    for (const key of keys) uses.set(key, [...(uses.get(key) ?? []), { stepId: step.id, kind, place }]);
  };
  for (const role of stepRoles) addText(step, role, add);
  for (const { id, when } of step.choices) add(keysIn(when), 'choice', `when:${id}`);
  for (const { id, computed } of step.fields) add(keysIn(computed), 'computed', `computed:${id}`);
  for (const { from } of step.jump?.inputs ?? []) add(keysIn(from), 'jump', 'jump');
  for (const { to } of step.jump?.outputs ?? []) if (to !== '') add([to], 'jump', 'jump');
  const page = `${step.page?.url ?? ''} ${step.page?.fallback ?? ''}`;
  add([...new Set(findPlaceholders(page).uses.map(({ key }) => key))], 'page', 'page');
  known.set(step, uses);
  return uses;
}

type Add = (keys: readonly string[], kind: KeyUse['kind'], place: string) => void;

function addText(step: Step, role: StepRole, add: Add): void {
  add(placeholderKeysOf(step[role]), 'text', role);
  for (const paragraph of paragraphsOf(step[role])) add(keysIn(paragraph.attrs?.when), 'paragraph', role);
}

function keysIn(expression: string | null | undefined): string[] {
  if (expression === null || expression === undefined) return [];
  const compiled = compileCondition(expression);
  return compiled.ok ? compiled.keys : [];
}
