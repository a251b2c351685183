import type { Folds } from './folds.ts';

/** Keeps what is folded over a reload of this tab. */
export function storeFolds(scriptId: string, { groups, branches }: Folds): void {
  try {
    sessionStorage.setItem(nameOf(scriptId), JSON.stringify([[...groups], [...branches]]));
  } catch {
    return;
  }
}

export function storedFolds(scriptId: string): Folds | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(nameOf(scriptId)) ?? 'null');
    if (!Array.isArray(value)) return null;
    const [groups, branches] = value as unknown[];
    return { groups: idsIn(groups), branches: idsIn(branches) };
  } catch {
    return null;
  }
}

function idsIn(value: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
}

function nameOf(scriptId: string): string {
  return `daihon.folds.${scriptId}`;
}
