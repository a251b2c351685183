import { Socket } from 'node:net';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { record } from '../../server/src/store/auditLog.ts';
import type { AuditEntry } from '../../server/src/store/auditLog.ts';
import { chainLots } from '../../server/src/store/auditRows.ts';
import { verifyChain } from '../../server/src/store/auditVerify.ts';
import { findTenantBySlug } from '../../server/src/store/tenants.ts';
import { createTenant } from '../../server/src/usecases/setup/createTenant.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.dispose();
});

describe('an audit chain', () => {
  it('is whole after many callers at once, with numbers without a gap', async () => {
    const tenantId = await newTenant('chain-a');
    await Promise.all(Array.from({ length: 300 }, (_, index) => record([entry(tenantId, `event-${index}`)])));
    expect(await verifyChain('operation', tenantId)).toMatchObject({ whole: true, rows: 300 });
  });

  it('is read on while the rows before are verified', async () => {
    const tenantId = await newTenant('chain-ahead');
    await record(Array.from({ length: 700 }, (_, index) => entry(tenantId, `event-${index}`)));
    const write = vi.spyOn(Socket.prototype, 'write');
    const asked: number[] = [];
    for await (const lot of chainLots('operation', tenantId)) {
      asked.push(write.mock.calls.length);
      expect(lot.length).toBeGreaterThan(0);
    }
    write.mockRestore();
    // At the first lot, the question for the second is on its way already.
    expect(asked).toEqual([2, 3, 4]);
  });

  it('is whole for what the application itself wrote', async () => {
    const sakura = await findTenantBySlug('sakura');
    expect(await verifyChain('admin', sakura?.id ?? '')).toMatchObject({ whole: true });
  });

  it.each([
    ['an action', { action: 'something else' }],
    ['a time', { at: new Date(0) }],
    ['a login ID', { 'actor.loginId': 'someone@else.example' }],
    ['a detail', { 'detail.k': 'forged' }],
    ['a result', { result: 'refused' }],
  ])('shows that %s was edited, by its number', async (what, change) => {
    const tenantId = await filled(`edit-${what.replaceAll(/\W/gu, '')}`);
    await rows().updateOne({ tenantId, n: 4 }, { $set: change });
    expect(await verifyChain('operation', tenantId)).toEqual({ whole: false, n: 4, why: 'changed' });
  });

  it('shows a deleted and a swapped row', async () => {
    const deleted = await filled('deleted');
    await rows().deleteOne({ tenantId: deleted, n: 5 });
    expect(await verifyChain('operation', deleted)).toEqual({ whole: false, n: 5, why: 'missing' });
    const swapped = await filled('swapped');
    await rows().updateOne({ tenantId: swapped, n: 6 }, { $set: { n: 600 } });
    await rows().updateOne({ tenantId: swapped, n: 7 }, { $set: { n: 6 } });
    await rows().updateOne({ tenantId: swapped, n: 600 }, { $set: { n: 7 } });
    expect(await verifyChain('operation', swapped)).toMatchObject({ whole: false, n: 6 });
  });

  it('still verifies when one person has been erased from it', async () => {
    const tenantId = await filled('erased');
    const blank = { 'actor.loginId': '', address: '', agent: '', actorSalt: '' };
    await rows().updateMany({ tenantId, n: { $in: [2, 3] } }, { $set: blank });
    expect(await verifyChain('operation', tenantId)).toMatchObject({ whole: true, rows: 10 });
  });

  it('goes on after another process has taken the next number', async () => {
    const tenantId = await filled('raced');
    const last = await rows().findOne({ tenantId, n: 10 });
    const { _id: _own, ...copy } = last ?? {};
    await rows().insertOne({ ...copy, n: 11 });
    await record([entry(tenantId, 'after'), entry(tenantId, 'after that')]);
    expect(await rows().countDocuments({ tenantId })).toBe(13);
    expect(await rows().findOne({ tenantId, n: 13 })).toMatchObject({ action: 'after that' });
  });
});

function rows() {
  return mongoose.connection.collection('operation_log');
}

async function newTenant(slug: string): Promise<string> {
  return (await createTenant(slug, slug)).id;
}

async function filled(slug: string): Promise<string> {
  const tenantId = await newTenant(slug);
  await record(Array.from({ length: 10 }, (_, index) => entry(tenantId, `event-${index}`)));
  return tenantId;
}

function entry(tenantId: string, action: string): AuditEntry {
  return {
    tenantId,
    log: 'operation',
    action,
    actor: { id: 'a', loginId: 'a@a.example' },
    target: { type: 'thing', id: 't', label: 'ラベル' },
    result: 'ok',
    address: '203.0.113.7',
    agent: 'test',
    sessionId: null,
    detail: { k: 'v', nested: { b: 1, a: [undefined, null, 1.5] } },
  };
}
