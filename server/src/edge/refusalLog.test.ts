import { expect, it } from 'vitest';
import type { AuditEntry } from '../store/auditLog.ts';
import { createRefusalLog } from './refusalLog.ts';

const rows: AuditEntry[] = [];
let nowMs = 0;

function freshLog() {
  rows.length = 0;
  nowMs = 1_000_000;
  const record = (more: readonly AuditEntry[]) => Promise.resolve(void rows.push(...more));
  return createRefusalLog(record, () => nowMs);
}

function refused(address: string, status = 401): AuditEntry {
  return {
    tenantId: 'installation',
    log: 'socket',
    action: 'refused',
    actor: { id: null, loginId: '' },
    target: { type: 'socket', id: '/socket.io/', label: '' },
    result: 'refused',
    address,
    agent: 'test',
    sessionId: null,
    detail: { direction: 'in', status },
  };
}

it('has a row for each of the first ten refusals of an address, then one sum for the rest of the minute', async () => {
  const log = freshLog();
  for (let n = 0; n < 1_000; n += 1) await log.note(refused('203.0.113.7', n % 2 === 0 ? 401 : 404));
  await log.note(refused('203.0.113.8'));
  expect(rows).toHaveLength(11);
  nowMs += 60_000;
  await log.note(refused('203.0.113.9'));
  expect(rows).toHaveLength(13);
  expect(rows.find((row) => row.detail.count !== undefined)).toMatchObject({
    address: '203.0.113.7',
    detail: { count: 990, statuses: { 401: 495, 404: 495 } },
  });
  await log.close();
  expect(rows).toHaveLength(13);
});

it('begins anew with the next minute', async () => {
  const log = freshLog();
  for (let minute = 0; minute < 3; minute += 1) {
    for (let n = 0; n < 20; n += 1) await log.note(refused('203.0.113.7'));
    nowMs += 60_000;
  }
  await log.close();
  expect(rows.filter((row) => row.detail.count === undefined)).toHaveLength(30);
  expect(rows.filter((row) => row.detail.count === 10)).toHaveLength(3);
});

it('stores the sums of a flood from many addresses as few rows, none of them lost', async () => {
  const log = freshLog();
  for (let n = 0; n < 5_000; n += 1) await log.note(refused(`10.0.${n >> 8}.${n & 255}`));
  await log.close();
  const counted = rows.map((row) => (typeof row.detail.count === 'number' ? row.detail.count : 1));
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe(5_000);
  expect(rows).toHaveLength(2_001);
});

it('takes the addresses of one IPv6 customer for one', async () => {
  const log = freshLog();
  for (let n = 0; n < 50; n += 1) await log.note(refused(`2001:db8:0:1::${n.toString(16)}`));
  expect(rows).toHaveLength(10);
  await log.close();
  expect(rows).toHaveLength(11);
});
