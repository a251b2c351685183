import type { OutcomeCode } from '@daihon/shared/settings';

/** An outcome code with the name that the tenant's list gives it: 「A1 受注」. */
export function outcomeText(outcomes: readonly OutcomeCode[], code: string): string {
  const label = outcomes.find((outcome) => outcome.code === code)?.label ?? '';
  return label === '' || label === code ? code : `${code} ${label}`;
}
