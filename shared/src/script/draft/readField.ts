import { isKey } from '../keys.ts';
import { fieldTypes, maskKinds, oneOf } from '../kinds.ts';
import type { Field } from '../schema.ts';
import type { DraftMap } from './layout.ts';
import { clip, conditionAt, numberAt, textAt } from './readValue.ts';

/** One input field; a key that a script may not hold is replaced by one made of its own letters or the field's id. */
export function readField(id: string, map: DraftMap): Field {
  const type = oneOf(fieldTypes, map.get('type')) ?? 'text';
  const options = readOptions(map.get('options'));
  const min = numberAt(map, 'min');
  const max = numberAt(map, 'max');
  const mask = oneOf(maskKinds, map.get('mask'));
  const computed = conditionAt(map, 'computed');
  return {
    id,
    key: keyOf(textAt(map, 'key', 64), id),
    label: textAt(map, 'label', 200),
    type,
    required: map.get('required') === true,
    personal: map.get('personal') === true,
    ...(mask === null ? {} : { mask }),
    ...(options === null ? {} : { options }),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(computed === null ? {} : { computed }),
    ...(map.get('output') === true ? { output: true as const } : {}),
  };
}

function readOptions(value: unknown): { value: string; label: string }[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((option: unknown) => {
    if (typeof option !== 'object' || option === null) return [];
    const { value: stored, label } = option as { value?: unknown; label?: unknown };
    return { value: clip(stored, 200), label: clip(label, 200) };
  });
}

function keyOf(name: string, id: string): string {
  if (isKey(name)) return name;
  const letters = `f_${name === '' ? id : name}`.toLowerCase().replace(/[^a-z0-9_]/gu, '_');
  return letters.slice(0, 64);
}
