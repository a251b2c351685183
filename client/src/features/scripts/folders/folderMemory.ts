/** Which folders a person has open, and which one was looked at last; per account, since seats are shared. */
export interface FolderMemory {
  open: string[];
  last: string | null;
}

export function readFolderMemory(accountId: string): FolderMemory {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null');
    if (typeof value !== 'object' || value === null) return nothing;
    const { open, last } = value as Partial<Record<keyof FolderMemory, unknown>>;
    return {
      open: Array.isArray(open) ? open.filter((path) => typeof path === 'string') : [],
      last: typeof last === 'string' ? last : null,
    };
  } catch {
    return nothing;
  }
}

/** A full or forbidden storage forgets, and nothing else. */
export function writeFolderMemory(accountId: string, change: Partial<FolderMemory>): void {
  try {
    const memory = { ...readFolderMemory(accountId), ...change };
    localStorage.setItem(keyOf(accountId), JSON.stringify(memory));
  } catch {
    return;
  }
}

const nothing: FolderMemory = { open: [], last: null };

function keyOf(accountId: string): string {
  return `daihon.folders.${accountId}`;
}
