import type { Field, FieldType } from '@daihon/shared/script/schema';

export type Options = NonNullable<Field['options']>;

/** The field types that choose among options. */
export const withOptions: ReadonlySet<FieldType> = new Set(['select', 'radio', 'checkbox', 'readback']);

const longest = 200;

/** What is typed or pasted into a new row: one option per line, `value=label` or one word for both. */
export function parseOptions(text: string): Options {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', ...label] = line.split('=');
      const shown = label.join('=').trim();
      return {
        value: value.trim().slice(0, longest),
        label: (shown === '' ? value.trim() : shown).slice(0, longest),
      };
    });
}

/** With other words for an option; a value that was the same as the words follows them. */
export function withLabel(options: Options, index: number, label: string): Options {
  return options.map((option, at) => {
    if (at !== index) return option;
    return { label, value: option.value === option.label ? label : option.value };
  });
}

/** With another value; an empty one is the words themselves. */
export function withValue(options: Options, index: number, value: string): Options {
  return options.map((option, at) =>
    at === index ? { ...option, value: value === '' ? option.label : value } : option,
  );
}
