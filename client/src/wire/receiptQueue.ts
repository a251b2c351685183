export type ReceiptKind = 'seen' | 'ack';
interface Receipt {
  kind: ReceiptKind;
  seq: number;
}

/** Receipts wait here until the server has confirmed them; they survive a reload. Sending one twice is harmless. */
export function queueReceipt(accountId: string, kind: ReceiptKind, seq: number): void {
  const waiting = load(accountId);
  if (waiting.some((each) => each.kind === kind && each.seq === seq)) return;
  save(accountId, [...waiting, { kind, seq }]);
}

/** Sends what waits, one after the other; `send` says whether it is settled. Stops at the first that cannot be sent. */
export async function flushReceipts(
  accountId: string,
  send: (kind: ReceiptKind, seq: number) => Promise<boolean>,
): Promise<void> {
  if (flushing) return;
  flushing = true;
  try {
    for (let next = load(accountId)[0]; next !== undefined; next = load(accountId)[0]) {
      const { kind, seq } = next;
      if (!(await send(kind, seq))) return;
      save(
        accountId,
        load(accountId).filter((each) => each.kind !== kind || each.seq !== seq),
      );
    }
  } catch {
    // The line broke: they stay and go out after the next connection.
  } finally {
    flushing = false;
  }
}

let flushing = false;
const memory = new Map<string, Receipt[]>();

function key(accountId: string): string {
  return `daihon.receipts.${accountId}`;
}

function load(accountId: string): Receipt[] {
  const known = memory.get(accountId);
  if (known !== undefined) return known;
  const stored = parse(readStored(key(accountId)));
  memory.set(accountId, stored);
  return stored;
}

function save(accountId: string, receipts: Receipt[]): void {
  memory.set(accountId, receipts);
  try {
    if (receipts.length === 0) localStorage.removeItem(key(accountId));
    else localStorage.setItem(key(accountId), JSON.stringify(receipts));
  } catch {
    // Memory alone then: until reload.
  }
}

function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function parse(text: string | null): Receipt[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, seq } = value as Record<string, unknown>;
  return (kind === 'seen' || kind === 'ack') && Number.isSafeInteger(seq);
}
