/** The last number delivered to an account in this browser, so that a reload catches up from there. */
export function lastSeqOf(accountId: string): number {
  const seq = Number(read(key(accountId)));
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
}

/** Another tab may be further: the larger number stays, except after a restart of the count (`now` below `before`). */
export function rememberSeq(accountId: string, before: number, now: number): void {
  const stored = lastSeqOf(accountId);
  if (now > stored || now < before) write(key(accountId), String(now));
}

function key(accountId: string): string {
  return `daihon.seq.${accountId}`;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Without storage a reload asks for more than it needs, which is harmless. */
function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
