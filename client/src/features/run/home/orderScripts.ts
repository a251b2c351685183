import type { ScriptSummary } from '@daihon/shared/wire/http';
import { matchesQuery } from '../../../ui/foldText.ts';

export interface ShelfMemory {
  favourites: readonly string[];
  recent: readonly string[];
}

/** The scripts of the list: stars first, then those used last, then what was published last; only what the query finds. */
export function orderScripts(
  scripts: readonly ScriptSummary[],
  query: string,
  { favourites, recent }: ShelfMemory,
): ScriptSummary[] {
  const rank = ({ id }: ScriptSummary): number => {
    if (favourites.includes(id)) return 0;
    const used = recent.indexOf(id);
    return used === -1 ? recent.length + 1 : used + 1;
  };
  return scripts
    .filter(({ title, folder, labels }) => matchesQuery([title, folder, ...labels].join(' '), query))
    .toSorted((a, b) => rank(a) - rank(b) || (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''));
}
