import type { Field } from '../../script/schema.ts';
import { FieldType, Key } from '../../script/schema.ts';
import { limitsOf } from '../limits.ts';
import { maskMarks, maskOf } from '../masks.ts';
import type { RawField } from '../raw.ts';
import { fileWords, markOf, nameOf, valueOfMark } from '../words.ts';
import type { FileWords, MarkName } from '../words.ts';
import { joinParts, splitParts } from './parts.ts';

/** `数量 | qty | 数値 | 必須 | 最小 1 | 選択肢 a=甲; b=乙 | = amount * 2`, a field a line. */
export function writeField(field: Field, words: FileWords): string {
  const { mark, fieldType } = words;
  const options = (field.options ?? []).map(({ value, label }) => joinParts([value, label], '='));
  return joinParts(
    [
      field.label,
      field.key,
      fieldType[field.type],
      ...(field.required ? [mark.required] : []),
      ...(field.personal ? [mark.personal] : []),
      ...maskMarks(field, words),
      ...(field.output === true ? [mark.output] : []),
      ...(field.min === undefined ? [] : [`${mark.min} ${field.min}`]),
      ...(field.max === undefined ? [] : [`${mark.max} ${field.max}`]),
      ...(field.options === undefined ? [] : [`${mark.options} ${joinParts(options, '; ')}`]),
      ...(field.computed === undefined ? [] : [`= ${field.computed}`]),
    ],
    ' | ',
  );
}

export type FieldReading = { field: RawField } | { wrong: string };

/** A line of the cell; only the label is asked for. */
export function readField(line: string): FieldReading {
  const [label = '', key = '', type = '', ...rest] = splitParts(line, '|');
  const known =
    type === '' ? 'text' : nameOf(type, FieldType.options, (language) => fileWords[language].fieldType);
  if (known === null) return { wrong: type };
  if (key !== '' && !Key.safeParse(key).success) return { wrong: key };
  if (label.length > 200) return { wrong: label };
  const flags = rest.flatMap((part) =>
    valueOfMark(part, ['options']) === null ? part.split(/[、,]/u) : [part],
  );
  const has = (mark: MarkName): boolean => flags.some((flag) => markOf(flag, [mark]) !== null);
  const options = rest.flatMap((part) => optionsOf(part) ?? []);
  const listed = rest.some((part) => optionsOf(part) !== null);
  const computed =
    rest
      .find((part) => part.startsWith('='))
      ?.slice(1)
      .trim() ?? '';
  return {
    field: {
      id: null,
      key: key === '' ? null : key,
      label,
      type: known,
      required: has('required'),
      personal: has('personal'),
      ...maskOf(flags),
      ...(listed ? { options } : {}),
      ...limitsOf(rest.map((part) => part.trim())),
      ...(computed === '' ? {} : { computed: computed.slice(0, 2_000) }),
      ...(has('output') ? { output: true as const } : {}),
    },
  };
}

function optionsOf(part: string): { value: string; label: string }[] | null {
  if (markOf(part, ['options']) !== null) return [];
  const found = valueOfMark(part, ['options']);
  if (found === null) return null;
  return splitParts(found.value, ';')
    .filter((option) => option !== '')
    .map((option) => {
      const [value = '', label = value] = splitParts(option, '=');
      return { value: value.slice(0, 200), label: label.slice(0, 200) };
    });
}
