/** What this account last read in this browser: which version of which script, and what it confirmed. */
export const reading = {
  /** The version that was last opened; null: never here. */
  lastOpened: (accountId: string, scriptId: string): number | null =>
    load(accountId).opened[scriptId] ?? null,
  /** The newest version that was opened by its agent here, not merely met in the list; null: none. */
  read: (accountId: string, scriptId: string): number | null => load(accountId).read[scriptId] ?? null,
  opened(accountId: string, scriptId: string, version: number): void {
    const before = load(accountId);
    const read = { ...before.read, [scriptId]: Math.max(version, before.read[scriptId] ?? 0) };
    const opened = { ...before.opened, [scriptId]: Math.max(version, before.opened[scriptId] ?? 0) };
    const recent = [scriptId, ...before.recent.filter((id) => id !== scriptId)].slice(0, mostRecent);
    save(accountId, { ...before, opened, read, recent });
  },
  /** Scripts met for the first time count as read at the version they have: only what changes from then on is news. */
  baseline(accountId: string, versions: Readonly<Record<string, number>>): void {
    const before = load(accountId);
    const fresh = Object.entries(versions).filter(([id]) => before.opened[id] === undefined);
    if (fresh.length > 0)
      save(accountId, { ...before, opened: { ...before.opened, ...Object.fromEntries(fresh) } });
  },
  recent: (accountId: string): readonly string[] => load(accountId).recent,
  favourites: (accountId: string): readonly string[] => load(accountId).favourites,
  toggleFavourite(accountId: string, scriptId: string): void {
    const before = load(accountId);
    const has = before.favourites.includes(scriptId);
    const favourites = has
      ? before.favourites.filter((id) => id !== scriptId)
      : [...before.favourites, scriptId];
    save(accountId, { ...before, favourites });
  },
  acknowledged: (accountId: string): readonly number[] => load(accountId).acknowledged,
  acknowledge(accountId: string, seq: number): void {
    const before = load(accountId);
    const acknowledged = [...new Set([...before.acknowledged, seq])].slice(-mostAcknowledged);
    save(accountId, { ...before, acknowledged });
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Changes with every write: for useSyncExternalStore. */
  stamp: (): number => stamp,
};

interface Memory {
  opened: Readonly<Record<string, number>>;
  read: Readonly<Record<string, number>>;
  recent: readonly string[];
  favourites: readonly string[];
  acknowledged: readonly number[];
}

const mostRecent = 5;
const mostAcknowledged = 200;
const listeners = new Set<() => void>();
let stamp = 0;

function load(accountId: string): Memory {
  const value = parse(read(keyOf(accountId)));
  return {
    opened: isObject(value.opened) ? numbersOf(value.opened) : {},
    read: isObject(value.read) ? numbersOf(value.read) : {},
    recent: stringsOf(value.recent),
    favourites: stringsOf(value.favourites),
    acknowledged: Array.isArray(value.acknowledged) ? value.acknowledged.filter(Number.isSafeInteger) : [],
  };
}

function save(accountId: string, memory: Memory): void {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify(memory));
  } catch {
    // Without storage nothing is remembered; nothing depends on it.
  }
  stamp += 1;
  for (const listener of listeners) listener();
}

function keyOf(accountId: string): string {
  return `daihon.reading.${accountId}`;
}

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? '{}';
  } catch {
    return '{}';
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function numbersOf(value: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
