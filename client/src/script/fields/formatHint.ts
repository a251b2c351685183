import type { FieldValue } from '@daihon/shared/call';
import type { FieldType } from '@daihon/shared/script/schema';

export type FormatHint = 'tel' | 'kana' | 'postcode' | 'date' | 'time';

/**
 * What looks odd about a value that the rules of the run accept: said, never in the way. A number from abroad or an unusual name must
 * not stop a call.
 */
export function formatHint(type: FieldType, value: FieldValue | undefined): FormatHint | null {
  if (typeof value !== 'string' || value === '') return null;
  if (type === 'tel') return /^\+?[\d-]{10,16}$/u.test(value) ? null : 'tel';
  if (type === 'kana') return /^[\p{Script=Katakana}ー・\s]+$/u.test(value) ? null : 'kana';
  if (type === 'postcode') return /^\d{7}$/u.test(value) ? null : 'postcode';
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? null : 'date';
  if (type === 'time') return /^\d{2}:\d{2}$/u.test(value) ? null : 'time';
  return null;
}
