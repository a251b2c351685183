import { expect, it } from 'vitest';
import type { Received } from '../../usecases/releases/noteReceived.ts';
import { createReceiptBatch } from './receiptBatch.ts';

it('writes what comes together as one per tenant', async () => {
  const writes: [string, readonly Received[]][] = [];
  const batch = createReceiptBatch((tenantId, received) => {
    writes.push([tenantId, received]);
    return Promise.resolve();
  });
  for (let agent = 0; agent < 1_000; agent += 1) batch.add('t1', [{ seq: 7, accountId: `a${agent}` }]);
  batch.add('t2', [{ seq: 1, accountId: 'b' }]);
  await batch.flush();
  expect(writes.map(([tenantId, received]) => [tenantId, received.length])).toEqual([
    ['t1', 1_000],
    ['t2', 1],
  ]);
});

it('keeps what could not be written for the next time', async () => {
  let down = true;
  const stored: Received[] = [];
  const batch = createReceiptBatch((_tenantId, received) => {
    if (down) return Promise.reject(new Error('store down'));
    stored.push(...received);
    return Promise.resolve();
  });
  batch.add('t1', [{ seq: 1, accountId: 'a' }]);
  await batch.flush();
  expect(stored).toEqual([]);
  down = false;
  await batch.flush();
  expect(stored).toEqual([{ seq: 1, accountId: 'a' }]);
});
