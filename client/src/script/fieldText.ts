import type { FieldValue } from '@daihon/shared/call';
import { listText } from '../app/i18n.ts';
import type { Field } from '@daihon/shared/script/schema';
import { valueText } from '@daihon/shared/script/valueText';

/** What a field holds as people read it: options by their labels. */
export function fieldText({ options }: Pick<Field, 'options'>, value: FieldValue | null | undefined): string {
  const label = (text: string) => options?.find((option) => option.value === text)?.label ?? text;
  if (value === true) return '✓';
  if (Array.isArray(value)) return listText(value.map(label));
  return label(valueText(value));
}
