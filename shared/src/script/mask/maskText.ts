import type { FieldValue } from '../../call.ts';
import { valueText } from '../valueText.ts';
import type { Mask } from '../schema.ts';

const dots = '●●●●';

/**
 * What is shown instead of a value; '' stays ''. The dots do not tell how long it was, and of a short value never more than half is
 * shown.
 */
export function maskText(value: FieldValue | null | undefined, mask: Mask): string {
  const text = valueText(value);
  if (text === '') return '';
  if (mask === 'all' || Array.isArray(value) || typeof value === 'boolean') return dots;
  // By code points, so that no letter is cut in two.
  const letters = Array.from(text);
  const shown = Math.min(4, Math.floor(letters.length / 2));
  return dots + (shown === 0 ? '' : letters.slice(-shown).join(''));
}

/** Whether a text may be one that `maskText` made. */
export function looksMasked(value: FieldValue): boolean {
  return typeof value === 'string' && value.startsWith(dots);
}
