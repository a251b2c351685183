import { outcomeText } from '../../../script/outcomeText.ts';
import { usePolicy } from '../../../wire/policy.ts';

/** Outcome codes with the names that the tenant's list gives them. */
export function useOutcomeText(): (code: string) => string {
  const outcomes = usePolicy()?.outcomes ?? [];
  return (code) => outcomeText(outcomes, code);
}
