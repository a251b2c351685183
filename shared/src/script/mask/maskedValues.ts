import type { FieldValue } from '../../call.ts';
import type { Mask } from '../schema.ts';
import { maskText } from './maskText.ts';

/** The values of a call with those that `maskOf` knows a mask for hidden. */
export function maskedValues<T extends FieldValue>(
  values: Readonly<Record<string, T>>,
  maskOf: (name: string) => Mask | undefined,
): Record<string, T | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const mask = maskOf(name);
      return [name, mask === undefined ? value : maskText(value, mask)];
    }),
  );
}
