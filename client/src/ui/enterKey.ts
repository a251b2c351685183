import type { KeyboardEvent } from 'react';

/** Whether this is Enter and not the Enter that ends a composition: that one belongs to the input method. */
export function isEnter({ key, nativeEvent }: KeyboardEvent): boolean {
  // 229 is the only mark some browsers give to the key that ends a composition.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return key === 'Enter' && !nativeEvent.isComposing && nativeEvent.keyCode !== 229;
}
