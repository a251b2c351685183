import type { Field } from '../script/schema.ts';
import { markOf } from './words.ts';
import type { FileWords } from './words.ts';

/** How the files say that a field is hidden. */
export function maskMarks({ mask }: Field, { mark }: FileWords): string[] {
  if (mask === undefined) return [];
  return [mask === 'all' ? mark.masked : mark.last4];
}

/** Back from the marks of a field; with both marks all of it is hidden. */
export function maskOf(marks: readonly string[]): Pick<Field, 'mask'> {
  const found = marks.map((each) => markOf(each, ['masked', 'last4']));
  if (found.includes('masked')) return { mask: 'all' };
  return found.includes('last4') ? { mask: 'last4' } : {};
}
