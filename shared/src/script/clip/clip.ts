import { z } from 'zod';
import { paragraphsOf } from '../contentText.ts';
import { placeholderKeysOf } from '../placeholders.ts';
import { Group, Placeholder, Step, stepRoles } from '../schema.ts';
import type { Script } from '../schema.ts';

/** Steps on the way from one place to another: what a copy puts on the clipboard. Parsed before anything is done with it. */
export const StepsClip = z.strictObject({
  daihon: z.literal('steps'),
  version: z.literal(1),
  /** Taken away where they stood: a first paste into the same draft brings those very steps back. */
  cut: z.boolean(),
  steps: z.array(Step).min(1).max(1_000),
  /** The groups and placeholders that the steps name. */
  groups: z.array(Group).max(500),
  placeholders: z.array(Placeholder).max(1_000),
});
export type StepsClip = z.infer<typeof StepsClip>;

/** What a clipboard may bring: larger text is not looked at. */
export const clipLength = 4_000_000;

/** The chosen steps in outline order with what they name; null when none of them exists. */
export function clipOf(script: Script, stepIds: Iterable<string>, cut = false): StepsClip | null {
  const chosen = new Set(stepIds);
  const steps = script.steps.filter(({ id }) => chosen.has(id));
  if (steps.length === 0) return null;
  const groups = new Set(steps.map(({ group }) => group));
  const asked = steps.map(expressionsOf).join('\n');
  const written = new Set(
    steps.flatMap((step) => stepRoles.flatMap((role) => placeholderKeysOf(step[role]))),
  );
  return {
    daihon: 'steps',
    version: 1,
    cut,
    steps,
    groups: script.groups.filter(({ id }) => groups.has(id)),
    placeholders: script.placeholders.filter(({ key }) => written.has(key) || names(asked, key)),
  };
}

/** The clip that a text holds; null for any other text. */
export function readClip(text: string): StepsClip | null {
  if (text.length > clipLength || !text.includes('"daihon"')) return null;
  try {
    return StepsClip.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Every expression of a step, one a line. */
function expressionsOf(step: Step): string {
  return [
    ...step.choices.flatMap(({ when }) => when ?? []),
    ...step.fields.flatMap(({ computed }) => computed ?? []),
    ...stepRoles.flatMap((role) => paragraphsOf(step[role]).flatMap(({ attrs }) => attrs?.when ?? [])),
    ...(step.jump === null ? [] : [JSON.stringify(step.jump)]),
  ].join('\n');
}

/** Whether an expression names a key: as a whole word, not as a part of another key. */
function names(expressions: string, key: string): boolean {
  for (let at = expressions.indexOf(key); at !== -1; at = expressions.indexOf(key, at + 1)) {
    const around = [expressions[at - 1], expressions[at + key.length]];
    if (around.every((character) => character === undefined || !/[\w.]/u.test(character))) return true;
  }
  return false;
}
