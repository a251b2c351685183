import type { FieldValue } from '../../call.ts';
import type { Surroundings } from '../../calendar/surroundings.ts';
import { callValues } from '../callValues.ts';
import { labelsOf } from '../explain.ts';
import type { Labels } from '../explain.ts';
import { fillShort } from '../placeholders.ts';
import type { Fill } from '../placeholders.ts';
import { scopedKey } from './frames.ts';
import { fieldsIn, placeholdersIn, scopeOf, scopesOf } from './scope.ts';
import { currentScript } from './state.ts';
import type { Walk, WalkScript } from './state.ts';

/** The values of the call as conditions and `{{…}}` of the script on screen see them. */
export function walkValues(walk: Walk): Record<string, FieldValue | null> {
  return valuesIn(walk, scopeOf(walk.path), currentScript(walk));
}

/** The values of a script that was called under `scope`. */
export function valuesIn(walk: Walk, scope: string, script: WalkScript): Record<string, FieldValue | null> {
  return callValues(
    script.script,
    fieldsIn(walk, scope, script),
    placeholdersIn(walk, scope),
    surroundingsHere(walk),
  );
}

/**
 * What rules know of the world at the step on screen. Its time is the moment the step was come to: what is read out does not change
 * under the agent's eyes, and a call that is taken up again elsewhere shows the same.
 */
export function surroundingsHere({ surroundings, path }: Walk): Surroundings | undefined {
  const at = path.at(-1)?.at;
  return surroundings === null || at === undefined ? undefined : { ...surroundings, now: at };
}

export function walkLabels(walk: Walk): Labels {
  return labelsOf(currentScript(walk).script);
}

/** What the texts of the script on screen are filled in with. */
export function walkFill(walk: Walk): Fill {
  const { placeholders, language } = currentScript(walk).script;
  return { values: walkValues(walk), placeholders, labels: walkLabels(walk), language };
}

/** A label or a title as it is shown and read: filled in where it has a `{{key}}`. */
export function shownText(walk: Walk, text: string): string {
  return text.includes('{{') ? fillShort(text, walkFill(walk)) : text;
}

/** The computed values of every script that the call has been in, under the names they are kept by; those not known are left out. */
export function computedValues(walk: Walk): Record<string, FieldValue> {
  const computed: Record<string, FieldValue> = {};
  for (const { scope, script } of scopesOf(walk)) {
    const fields = script.script.steps.flatMap((step) => step.fields);
    if (fields.every((field) => field.computed === undefined)) continue;
    const values = valuesIn(walk, scope, script);
    for (const field of fields) {
      const value = field.computed === undefined ? null : (values[field.key] ?? null);
      if (value !== null) computed[scopedKey(scope, field.key)] = value;
    }
  }
  return computed;
}
