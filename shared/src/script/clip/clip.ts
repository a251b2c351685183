import { paragraphsOf } from '../contentText.ts';
import { placeholderKeysOf } from '../placeholders.ts';
import { stepRoles } from '../kinds.ts';
import type { Script, Step } from '../schema.ts';
import type { StepsClip } from './readClip.ts';

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
