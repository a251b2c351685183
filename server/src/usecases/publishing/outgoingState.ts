import { canonicalJson } from '@daihon/shared/script/canonical';
import type { Script } from '@daihon/shared/script/schema';
import { sha256Hex } from '../../platform/hash.ts';

const nowhere = { x: 0, y: 0 };

/** Names all of a script that a comparison shows: the same for two scripts that differ only by places on the map. */
export function outgoingState(script: Script): string {
  const steps = script.steps.map((step) => ({ ...step, position: nowhere }));
  return sha256Hex(canonicalJson({ ...script, steps }));
}
