import { matchesQuery } from '../../../ui/foldText.ts';
import { operandsOf } from '../rules/operands.ts';
import { useScript } from '../session/context.ts';

export interface MenuEntry {
  key: string;
  label: string;
  example: string;
  isField: boolean;
}

const most = 50;

/** What may stand in `{{…}}` and fits the query by label or key: placeholders first, then what is filled in on the call. */
export function useEntries(query: string): MenuEntry[] {
  const script = useScript();
  const placeholders = script.placeholders.map(({ key, label, example }) => ({
    key,
    label: label === '' ? key : label,
    example,
    isField: false,
  }));
  const known = new Set(placeholders.map(({ key }) => key));
  const fields = operandsOf(script).flatMap(({ key, label }) =>
    known.has(key) ? [] : [{ key, label, example: '', isField: true }],
  );
  return [...placeholders, ...fields]
    .filter(({ key, label }) => matchesQuery(`${label} ${key}`, query))
    .slice(0, most);
}
