import { z } from 'zod';
import { pathsTo } from './folderPath.ts';

/** How deep folders may stand in each other. */
const maxDepth = 6;

/** One folder's own name: no separator, no control characters. */
export const FolderName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^/\p{Cc}]+$/u);

/** Where a script is filed: names joined by `/` (受電/解約); '' is the top. Spaces at the ends of names are dropped. */
export const FolderPath = z
  .string()
  .max(200)
  .transform((path) =>
    path
      .split('/')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .join('/'),
  )
  .refine((path) => path === '' || path.split('/').every((name) => FolderName.safeParse(name).success), {
    error: 'must be names of at most 60 characters joined by /',
  })
  .refine((path) => path.split('/').length <= maxDepth, { error: 'must be at most 6 folders deep' });

/** A folder as the list of folders tells it: `scripts` lie in it, `all` in it and below. */
export interface FolderView {
  path: string;
  scripts: number;
  all: number;
}

/** All folders there are, those above included, by name: from those made by hand and those that scripts lie in. */
export function folderTree(made: readonly string[], filed: readonly string[]): FolderView[] {
  const counts = new Map<string, FolderView>();
  for (const path of [...made, ...filed].flatMap(pathsTo)) {
    if (!counts.has(path)) counts.set(path, { path, scripts: 0, all: 0 });
  }
  for (const path of filed) {
    for (const above of pathsTo(path)) {
      const folder = counts.get(above);
      if (folder === undefined) continue;
      folder.all += 1;
      if (above === path) folder.scripts += 1;
    }
  }
  return [...counts.values()].sort((a, b) => compare(a.path, b.path));
}

/** Name by name, so that a folder is followed by what lies in it. */
function compare(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = (left[at] ?? '').localeCompare(right[at] ?? '', 'ja', { numeric: true });
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
