import { localTime } from '../calendar/days.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import type { FieldValue } from '../call.ts';
import { callValues } from './callValues.ts';
import type { Field, Script } from './schema.ts';

/**
 * Values as a call might have them, for trying an expression while it is written: the examples of placeholders, the first
 * option, the least number allowed, the present day where the time is known. Keys without an example are null.
 */
export function sampleValues(
  script: Pick<Script, 'steps' | 'placeholders'>,
  around?: Surroundings,
): Record<string, FieldValue | null> {
  const fields: Record<string, FieldValue> = {};
  for (const field of script.steps.flatMap((step) => step.fields)) {
    const sample = sampleOf(field, around);
    if (sample !== null && field.computed === undefined) fields[field.key] = sample;
  }
  return callValues(
    script,
    fields,
    Object.fromEntries(script.placeholders.map(({ key, example }) => [key, example])),
    around,
  );
}

function sampleOf({ type, options, min, max }: Field, around: Surroundings | undefined): FieldValue | null {
  if (type === 'date') return around === undefined ? null : localTime(around.now, around.timeZone).day;
  if (type === 'number') return min ?? Math.min(1, max ?? 1);
  const first = options?.[0]?.value;
  if (first === undefined) return null;
  return type === 'checkbox' || type === 'readback' ? [first] : first;
}
