import { compileCondition } from '../conditions.ts';
import { stepRoles } from '../kinds.ts';
import type { Script } from '../schema.ts';
import type { Finding } from '../../version.ts';
import { finding, nameOf, placedSteps } from './report.ts';
import type { Placed } from './report.ts';
import { placedParagraphs } from './texts.ts';

/** Conditions of choices, paragraphs and computed fields, and the defaults of condition steps. */
export function checkConditions(script: Script, keys: ReadonlySet<string>): Finding[] {
  return placedSteps(script).flatMap((placed) => [
    ...conditionsOf(placed).flatMap(({ condition, pointer }) =>
      checkCondition(condition, pointer, placed, keys),
    ),
    ...checkComputed(placed),
    ...checkDefault(placed),
  ]);
}

interface PlacedCondition {
  condition: string;
  pointer: string;
}

function conditionsOf({ step, pointer }: Placed): PlacedCondition[] {
  const found: { condition: string | null | undefined; pointer: string }[] = [
    ...step.choices.map(({ when }, index) => ({
      condition: when,
      pointer: `${pointer}/choices/${index}/when`,
    })),
    ...step.fields.map(({ computed }, index) => ({
      condition: computed,
      pointer: `${pointer}/fields/${index}/computed`,
    })),
    ...stepRoles.flatMap((role) =>
      placedParagraphs(step[role], `${pointer}/${role}`).map(({ paragraph, pointer: place }) => ({
        condition: paragraph.attrs?.when,
        pointer: `${place}/attrs/when`,
      })),
    ),
  ];
  return found.flatMap(({ condition, pointer: place }) =>
    condition === null || condition === undefined ? [] : [{ condition, pointer: place }],
  );
}

function checkCondition(
  condition: string,
  pointer: string,
  { step }: Placed,
  keys: ReadonlySet<string>,
): Finding[] {
  const compiled = compileCondition(condition);
  if (!compiled.ok) {
    return [
      finding('bad_condition', pointer, step.id, { condition, error: compiled.error, step: nameOf(step) }),
    ];
  }
  return compiled.keys
    .filter((key) => !keys.has(key))
    .map((key) => finding('undefined_key', pointer, step.id, { key, condition, step: nameOf(step) }));
}

/** Such a field could never come to a value that stays. */
function checkComputed({ step, pointer }: Placed): Finding[] {
  return step.fields.flatMap(({ key, label, computed }, index) => {
    const compiled = computed === undefined ? null : compileCondition(computed);
    return compiled?.ok === true && compiled.keys.includes(key)
      ? [
          finding('computed_of_itself', `${pointer}/fields/${index}/computed`, step.id, {
            field: label === '' ? key : label,
          }),
        ]
      : [];
  });
}

function checkDefault({ step, pointer }: Placed): Finding[] {
  const values = { step: nameOf(step) };
  const place = `${pointer}/choices`;
  const isDefault = step.choices.map(({ when }) => when === null);
  if (step.choices.length === 0) return [];
  if (step.kind !== 'condition') {
    return isDefault.includes(true) || step.kind === 'end'
      ? []
      : [finding('only_conditional_choices', place, step.id, values)];
  }
  if (!isDefault.includes(true)) return [finding('condition_without_default', place, step.id, values)];
  return isDefault.indexOf(true) < isDefault.length - 1
    ? [finding('rule_after_default', place, step.id, values)]
    : [];
}
