import type { Walk } from '../walk/state.ts';
import { maskedValues } from './maskedValues.ts';
import type { Masks } from './masksOf.ts';
import { maskOfName } from './masksOf.ts';

/** The walk as it may be told outside of the call: whatever its texts are filled with, masked values are hidden. */
export function maskedWalk(walk: Walk, masks: Masks): Walk {
  const maskOf = (name: string) => maskOfName(masks, name);
  const { fields, placeholders } = walk;
  return { ...walk, fields: maskedValues(fields, maskOf), placeholders: maskedValues(placeholders, maskOf) };
}
