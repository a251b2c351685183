import type { FieldValue } from '../call.ts';

/** The text of a value for the screen and for `{{…}}`; '' when there is none. */
export function valueText(value: FieldValue | null | undefined): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join('、') : String(value);
}
