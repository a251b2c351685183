import type { FieldValue } from '../call.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import { compute } from './conditions.ts';
import type { Field, Placeholder, PlaceholderType, Script } from './schema.ts';
import { numberOf } from './numberOf.ts';
import { own } from './own.ts';

/**
 * What conditions and `{{…}}` see of a call: fields before placeholders of the same key, numbers as numbers also when they
 * were typed or handed over as text (full-width digits, commas), '' as null, computed fields computed, every declared key
 * present. Without `around` what asks for the day, the hours or the tax stays null.
 */
export function callValues(
  script: Pick<Script, 'steps' | 'placeholders'>,
  fields: Readonly<Record<string, FieldValue>>,
  placeholders: Readonly<Record<string, string>>,
  around?: Surroundings,
): Record<string, FieldValue | null> {
  const declared = script.steps.flatMap((step) => step.fields);
  const values: Record<string, FieldValue | null> = {};
  for (const { key, type } of script.placeholders)
    values[key] = placeholderValue(type, own(placeholders, key));
  for (const field of declared) {
    const typed = typedValue(field, own(fields, field.key));
    values[field.key] = typed ?? values[field.key] ?? null;
  }
  addComputed(declared, values, around);
  return values;
}

/** The value of a field as its type wants it; null when empty or, for a number, not a number. */
export function typedValue(field: Pick<Field, 'type'>, value: FieldValue | undefined): FieldValue | null {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  return field.type === 'number' && typeof value === 'string' ? numberOf(value) : value;
}

function placeholderValue(type: PlaceholderType, value: string | undefined): FieldValue | null {
  if (value === undefined || value === '') return null;
  return type === 'number' || type === 'amount' ? numberOf(value) : value;
}

/** Computed fields may build on one another: again until nothing changes, at most once per field (a ring ends there). */
function addComputed(
  declared: readonly Field[],
  values: Record<string, FieldValue | null>,
  around: Surroundings | undefined,
): void {
  const computed = declared.filter((field) => field.computed !== undefined);
  for (const { key } of computed) values[key] = null;
  let rounds = computed.length;
  while (rounds > 0 && computeOnce(computed, values, around)) rounds -= 1;
}

/** Whether any value changed. */
function computeOnce(
  computed: readonly Field[],
  values: Record<string, FieldValue | null>,
  around: Surroundings | undefined,
): boolean {
  let changed = false;
  for (const { key, computed: expression } of computed) {
    const value = compute(expression ?? '', values, around);
    changed ||= JSON.stringify(value) !== JSON.stringify(values[key] ?? null);
    values[key] = value;
  }
  return changed;
}

/** The placeholder or field of a key; where both exist the field, since what is asked on the call counts. */
export function labelOfKey(script: Pick<Script, 'steps' | 'placeholders'>, key: string): string | null {
  const field = script.steps.flatMap((step) => step.fields).find((each) => each.key === key);
  const placeholder: Placeholder | undefined = script.placeholders.find((each) => each.key === key);
  return field?.label ?? placeholder?.label ?? null;
}
