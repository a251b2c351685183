import { parseFilter } from '../query/filter.ts';
import { find } from '../query/find.ts';
import type { Catalog } from './catalog.ts';
import type { Storage } from './storage.ts';

const batch = 500;

/** Removes what TTL indexes say is over, a few hundred documents a commit. */
export async function expireDocuments(storage: Storage, catalog: Catalog, nowMs: number): Promise<number> {
  let removed = 0;
  for (const table of catalog.tables()) {
    for (const index of table.indexes) {
      const field = index.fields[0];
      if (index.expireAfterSeconds === undefined || !field) continue;
      const filter = parseFilter({
        [field.path]: { $lte: new Date(nowMs - index.expireAfterSeconds * 1000) },
      });
      let last: number;
      do {
        last = await storage.write(() => {
          // The collection may have gone while this waited for its turn.
          if (catalog.find(table.namespace) !== table) return 0;
          const found = find(storage, table, { filter, limit: batch, hint: index.name });
          const matches = [];
          for (let match = found.next(); match; match = found.next()) matches.push(match);
          for (const match of matches) table.remove(match);
          return matches.length;
        });
        removed += last;
      } while (last === batch);
    }
  }
  return removed;
}
