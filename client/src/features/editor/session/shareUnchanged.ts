/** `next`, with every part that equals its counterpart in `previous` replaced by that very part. Plain JSON only. */
export function shareUnchanged<T>(previous: T, next: T): T {
  return share(previous, next) as T;
}

function share(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next);
  if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next);
  return next;
}

/** Items with an id are compared with the item of that id, so an insertion above leaves those below alone. */
function shareArray(previous: unknown[], next: unknown[]): unknown[] {
  const byId = new Map(previous.map((item, index) => [idOf(item) ?? index, item]));
  const shared = next.map((item, index) => share(byId.get(idOf(item) ?? index), item));
  const same = previous.length === shared.length && shared.every((item, index) => item === previous[index]);
  return same ? previous : shared;
}

function shareRecord(previous: Record<string, unknown>, next: Record<string, unknown>): unknown {
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, share(previous[key], next[key])]));
  const same =
    keys.length === Object.keys(previous).length && keys.every((key) => shared[key] === previous[key]);
  return same ? previous : shared;
}

function idOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const id = item.id ?? item.key;
  return typeof id === 'string' ? id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
