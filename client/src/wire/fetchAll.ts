import type { Page } from '@daihon/shared/wire/http';
import { api } from './http.ts';

/** A whole list, page after page. For lists a person looks through (scripts, accounts), not for records. */
export async function fetchAll<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < most; pages += 1) {
    const ask: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<T> = await api.get<Page<T>>(`${path}?limit=200${ask}`);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return items;
}

/** 10,000 rows: far more than a person can look through; the bound keeps a broken cursor from asking forever. */
const most = 50;
