import { forgetOld, forgetOthers, openShelf } from './callShelf.ts';
import type { CallShelf } from './callShelf.ts';
import { callWire, verdictOf } from './callWire.ts';
import { isSent, recordElsewhere } from './record.ts';
import { createSaveQueue } from './saveQueue.ts';

/**
 * At the start of an agent's page: clears this seat of what others left, and brings to the server what this account could not send
 * the last time (the browser was closed, the network was down, the session ended). Calls open in a tab are that tab's.
 */
export async function settleLeftovers(accountId: string, exceptId: string | null = null): Promise<void> {
  forgetOthers(accountId, localStorage);
  const shelf = openShelf(accountId, localStorage);
  for (const record of shelf.list())
    if (!isSent(record) && record.id !== exceptId)
      await whileNobodyHolds(record.id, () => sendOnce(shelf, record.id));
  forgetOld(shelf, Date.now());
}

async function sendOnce(shelf: CallShelf, id: string): Promise<void> {
  let record = shelf.read(id);
  if (record === null) return;
  const queue = createSaveQueue({
    wire: callWire,
    read: () => record ?? fail(),
    confirm: (known) => {
      record = { ...(shelf.read(id) ?? record ?? fail()), ...known };
      shelf.write(record);
    },
    overtaken: (stands) => {
      record = recordElsewhere(record ?? fail(), stands);
      shelf.write(record);
      return Promise.resolve();
    },
    verdictOf,
    tell: () => undefined,
  });
  await queue.poke();
  queue.stop();
}

function fail(): never {
  throw new Error('the record was read above');
}

/** Runs `work` unless the call is open in a tab of this browser. */
async function whileNobodyHolds(callId: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(lockOf(callId), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}

/** Keeps the call this tab's until the result is called. `lost` is told when another tab takes it over. */
export function holdCall(callId: string, lost: () => void): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let held = true;
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks
    .request(lockOf(callId), { steal: true }, () => until)
    .catch(() => {
      if (held) lost();
    });
  return () => {
    held = false;
    release();
  };
}

function lockOf(callId: string): string {
  return `daihon.call.${callId}`;
}
