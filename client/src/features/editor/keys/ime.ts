/** A key that an input method takes: never a command of ours. 229 is what browsers send when they cannot say more. */
export function isIme(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
