/** What browsers send as the code of a key that an input method takes, also where they do not say `isComposing`. */
const takenByIme = 229;

/** A key that belongs to an input method: never a command of ours. */
export function isIme(event: { isComposing: boolean; which?: number }): boolean {
  return event.isComposing || event.which === takenByIme;
}
