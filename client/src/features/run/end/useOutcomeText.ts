import { usePolicy } from '../../../wire/policy.ts';

/** An outcome code with the name that the tenant's list gives it: 「A1 受注」. */
export function useOutcomeText(): (code: string) => string {
  const outcomes = usePolicy()?.outcomes ?? [];
  return (code) => {
    const label = outcomes.find((outcome) => outcome.code === code)?.label ?? '';
    return label === '' || label === code ? code : `${code} ${label}`;
  };
}
