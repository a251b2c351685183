import type { FieldValue } from '../../call.ts';
import { valueText } from '../valueText.ts';
import { compute } from '../conditions.ts';
import type { Jump } from '../schema.ts';
import { scopedKey } from './frames.ts';
import { scopeOf } from './scope.ts';
import type { Walk } from './state.ts';
import { surroundingsHere, walkValues } from './values.ts';

/** As long as a placeholder of a stored call may be. */
const longest = 500;

/** What the jump step on screen hands in, by the names it is kept under in the part; null for what cannot be computed (yet). */
export function handedIn(walk: Walk, stepId: string, { inputs = [] }: Jump): Record<string, string | null> {
  const values = walkValues(walk);
  const scope = scopedKey(scopeOf(walk.path), stepId);
  const around = surroundingsHere(walk);
  return Object.fromEntries(
    inputs.map(({ key, from }) => {
      const text = valueText(from.trim() === '' ? null : compute(from, values, around)).slice(0, longest);
      return [scopedKey(scope, key), text === '' ? null : text];
    }),
  );
}

/** What the script on screen hands back, by the caller's names. What was not filled in leaves the caller's value as it is. */
export function handedBack(walk: Walk, { outputs = [] }: Jump): Record<string, FieldValue> {
  if (outputs.length === 0) return {};
  const values = walkValues(walk);
  const caller = scopeOf(walk.path).split('/').slice(0, -1).join('/');
  return Object.fromEntries(
    outputs.flatMap(({ key, to }) => {
      const value = Object.hasOwn(values, key) ? (values[key] ?? null) : null;
      return value === null || to === '' ? [] : [[scopedKey(caller, to), value]];
    }),
  );
}
