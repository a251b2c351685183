import type { FieldValue } from '../../call.ts';
import type { Walk } from '../walk/state.ts';
import type { Masks } from './masksOf.ts';
import { maskOfName } from './masksOf.ts';
import { maskText } from './maskText.ts';

/** The walk as it may be told outside of the call: whatever its texts are filled with, masked values are hidden. */
export function maskedWalk(walk: Walk, masks: Masks): Walk {
  return { ...walk, fields: hidden(walk.fields, masks), placeholders: hidden(walk.placeholders, masks) };
}

function hidden<T extends FieldValue>(
  values: Readonly<Record<string, T>>,
  masks: Masks,
): Record<string, T | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const mask = maskOfName(masks, name);
      return [name, mask === undefined ? value : maskText(value, mask)];
    }),
  );
}
