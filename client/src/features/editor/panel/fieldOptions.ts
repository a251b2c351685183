import type { Field, FieldType } from '@daihon/shared/script/schema';

type Options = NonNullable<Field['options']>;

/** The field types that choose among options. */
export const withOptions: ReadonlySet<FieldType> = new Set(['select', 'radio', 'checkbox', 'readback']);

/** One option per line, `value=label` or one word for both. */
export function parseOptions(text: string): Options {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', ...label] = line.split('=');
      const shown = label.join('=').trim();
      return {
        value: value.trim().slice(0, 200),
        label: (shown === '' ? value.trim() : shown).slice(0, 200),
      };
    });
}

export function printOptions(options: Options): string {
  return options.map(({ value, label }) => (value === label ? value : `${value}=${label}`)).join('\n');
}
