import type { CallRecord } from './record.ts';
import { isSent } from './record.ts';

/** The calls of one account in this browser: one entry each, so that tabs do not write over one another. */
export interface CallShelf {
  read(id: string): CallRecord | null;
  /** False when the browser refuses (full, forbidden): the call then lives in memory and on the server. */
  write(record: CallRecord): boolean;
  remove(id: string): void;
  list(): CallRecord[];
}

const prefix = 'daihon.call.';

export function openShelf(accountId: string, storage: Storage): CallShelf {
  const keyOf = (id: string) => `${prefix}${accountId}.${id}`;
  return {
    read: (id) => parse(attempt(() => storage.getItem(keyOf(id))) ?? null),
    write: (record) => attempt(() => storage.setItem(keyOf(record.id), JSON.stringify(record))) !== null,
    remove: (id) => void attempt(() => storage.removeItem(keyOf(id))),
    list: () =>
      keys(storage)
        .filter((key) => key.startsWith(`${prefix}${accountId}.`))
        .flatMap((key) => parse(attempt(() => storage.getItem(key)) ?? null) ?? []),
  };
}

/**
 * Seats are shared: what others left here goes when somebody else signs in. Only what the server does not have yet stays, for its
 * own account alone to send: nothing typed is ever lost.
 */
export function forgetOthers(accountId: string, storage: Storage): void {
  for (const key of keys(storage)) {
    if (!key.startsWith(prefix) || key.startsWith(`${prefix}${accountId}.`)) continue;
    const record = parse(attempt(() => storage.getItem(key)) ?? null);
    if (record === null || isSent(record)) attempt(() => storage.removeItem(key));
  }
}

const keptMs = 3 * 24 * 3_600_000;

/** Ended calls that the server has, and open ones that nobody touched for days: the server offers those. */
export function forgetOld(shelf: CallShelf, now: number): void {
  for (const record of shelf.list()) {
    const old = now - Date.parse(record.touchedAt) > keptMs;
    if (isSent(record) && (record.endedAt !== null || old)) shelf.remove(record.id);
  }
}

function keys(storage: Storage): string[] {
  const names = attempt(() =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
      (name) => name !== '',
    ),
  );
  return names ?? [];
}

/** Null when the browser refuses storage altogether. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function parse(text: string | null): CallRecord | null {
  if (text === null) return null;
  const value = attempt((): unknown => JSON.parse(text));
  return isRecord(value) ? value : null;
}

/** Written by this code; the check keeps a half-written or older entry from breaking the page. */
function isRecord(value: unknown): value is CallRecord {
  if (!isObject(value) || !isObject(value.state)) return false;
  const { state } = value;
  const texts = [value.id, value.accountId, value.startedAt, value.touchedAt, state.scriptId, state.memo];
  const numbers = [value.rev, value.sentRev, state.version];
  const maps = [value.revs, value.called, state.fields, state.placeholders];
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isSafeInteger(number)) &&
    maps.every(isObject) &&
    Array.isArray(state.path) &&
    Array.isArray(state.switches)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
