import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Limits } from '@daihon/shared/limits';
import type { ReleaseEvent } from '@daihon/shared/wire/events';
import { masterKeyProvider } from '../../platform/keys.ts';
import { flushAudit } from '../../store/auditLog.ts';
import type { StoreConnection } from '../../store/connect.ts';
import { connectStore } from '../../store/connect.ts';
import { makeTenantKeys, useKeyProvider } from '../../store/sealed.ts';
import { insertTenant } from '../../store/tenants.ts';
import type { DraftDesk } from '../../usecases/context.ts';
import { createFactBus } from '../../usecases/factBus.ts';
import type { Admission } from '../admission.ts';
import { createPushEdge } from './pushEdge.ts';

const limits = Limits.parse({ queuedBytesPerSocket: 1024 * 1024 });
const facts = createFactBus();
const server = createServer();
let dataDir: string;
let store: StoreConnection;
let tenantId: string;
let edge: ReturnType<typeof createPushEdge>;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-push-'));
  store = await connectStore({ uri: null, dataDir });
  useKeyProvider(masterKeyProvider(randomBytes(32)));
  tenantId = (await insertTenant({ slug: 'push', name: '配信' }, await makeTenantKeys())).id;
  edge = createPushEdge({
    ports: { facts, limits, drafts: noDrafts, connected: () => new Set(), timeZone: 'Asia/Tokyo' },
  });
  server.on('upgrade', (request, socket, head) => edge.handleUpgrade(request, socket, head, admission()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await edge.close();
  server.close();
  await flushAudit();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

it('cuts off a reader that never reads, and nobody else', async () => {
  const [reader, sleeper] = [await open(), await open()];
  let received = 0;
  reader.on('message', (data: Buffer) => {
    if (data.toString('utf8', 0, 20).includes('release')) received += 1;
  });
  sleeper.pause();
  expect(await connections()).toBe(2);
  const note = 'あ'.repeat(60_000);
  for (let seq = 1; seq <= 200; seq += 1) {
    facts.emit({ type: 'released', tenantId, event: eventOf(seq, note) });
    // A reader that reads is given the time for it.
    await vi.waitFor(() => expect(received).toBe(seq), { interval: 1, timeout: 5_000 });
  }
  await vi.waitFor(async () => expect(await connections()).toBe(1));
  expect(reader.readyState).toBe(WebSocket.OPEN);
  reader.close();
});

it('sends each release once and in order, whatever it is told twice or late', async () => {
  const reader = await open();
  const seqs: number[] = [];
  reader.on('message', (data: Buffer) => {
    const seq = /"seq":(\d+)/u.exec(data.toString('utf8', 0, 60))?.[1];
    if (seq !== undefined) seqs.push(Number(seq));
  });
  for (const seq of [1, 1, 2, 2, 1, 3]) facts.emit({ type: 'released', tenantId, event: eventOf(seq, '') });
  await vi.waitFor(() => expect(seqs).toEqual([1, 2, 3]));
  reader.close();
});

async function open(): Promise<WebSocket> {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text.startsWith('40')) resolve();
      else if (text === '2') socket.send('3');
    });
  });
  return socket;
}

function connections(): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
}

function admission(): Admission {
  const sessionId = randomBytes(8).toString('hex');
  return {
    actor: { tenantId, accountId: 'a1', loginId: 'a1@push.example', name: '佐藤', role: 'agent' },
    origin: { address: '127.0.0.1', agent: 'test', sessionId, requestId: 'r1' },
    sessionId,
    ended: () => null,
    touch: () => undefined,
  };
}

function eventOf(seq: number, note: string): ReleaseEvent {
  const about = { scriptId: 's1', version: seq, title: '台本', class: 'notice' as const, hash: 'sha256-0' };
  return { seq, ...about, note, changes: [], publishedAt: new Date().toISOString(), author: '鈴木' };
}

const unused = () => Promise.reject(new Error('no drafts here'));
const noDrafts: DraftDesk = {
  create: unused,
  read: unused,
  freeze: unused,
  restore: unused,
  undoRestore: unused,
  point: unused,
  pointScript: unused,
  bring: unused,
  drop: unused,
  rename: unused,
  activities: unused,
  peek: unused,
  replace: unused,
  takeBack: unused,
  decide: unused,
  editors: () => new Map(),
};
