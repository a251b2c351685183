import type { Field } from '../script/schema.ts';
import { valueOfMark } from './words.ts';

/** `最小 1` and `最大 9` among the marks of a field. */
export function limitsOf(marks: readonly string[]): Pick<Field, 'min' | 'max'> {
  const limits: { min?: number; max?: number } = {};
  for (const text of marks) {
    const found = valueOfMark(text, ['min', 'max']);
    if (found === null) continue;
    const value = found.value.normalize('NFKC').trim();
    if (value !== '' && Number.isFinite(Number(value)))
      limits[found.mark === 'min' ? 'min' : 'max'] = Number(value);
  }
  return limits;
}
