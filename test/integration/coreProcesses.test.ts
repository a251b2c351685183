import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../server/src/store/embedded/start.ts';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { rawUpgrade } from './rawUpgrade.ts';
import { promisedMs } from '../support/until.ts';

let folder: string;
let store: Embedded;
let first: RunningServer;
let second: RunningServer;
let admin: Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daihon-two-'));
  store = await startEmbedded({
    dataDir: folder,
    log: () => undefined,
    listen: { host: '127.0.0.1', port: 0 },
  });
  const env = {
    MONGODB_URI: store.uri,
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    SESSION_SECRET: 'a secret that both processes have in common',
  };
  first = await startServer({ env });
  second = await startServer({ env });
  admin = await signIn(first.url, 'admin@sakura.example');
});

afterAll(async () => {
  await first.dispose();
  await second.dispose();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('two processes on one store, without Redis', () => {
  it('share sessions', async () => {
    const answer = await fetch(`${second.url}/api/session`, { headers: { cookie: admin.cookie } });
    expect(answer.status).toBe(200);
  });

  it('close the sockets of whom the other one suspends, within two seconds', async () => {
    const leaver = await signIn(first.url, 'sv2@sakura.example');
    const push = await openPush(leaver);
    const { body } = await admin.get<{ items: { id: string; loginId: string }[] }>('/api/accounts');
    const id = body.items.find((item) => item.loginId === 'sv2@sakura.example')?.id ?? '';
    const startedAt = performance.now();
    expect((await admin.patch(`/api/accounts/${id}`, { state: 'suspended' })).status).toBe(200);
    await push.closed;
    expect(performance.now() - startedAt).toBeLessThan(promisedMs(2_000));
  });

  it('close the sockets of a session that signs out at the other one, within five seconds', async () => {
    const person = await signIn(first.url, 'op1@sakura.example');
    const push = await openPush(person);
    const startedAt = performance.now();
    await person.del('/api/session');
    await push.closed;
    expect(performance.now() - startedAt).toBeLessThan(promisedMs(6_000));
  });

  it('write one audit chain together', async () => {
    const there = { ...admin, url: second.url };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        fetch(`${index % 2 === 0 ? first.url : there.url}/api/accounts`, {
          headers: { cookie: admin.cookie },
        }),
      ),
    );
    const log = await admin.get<{ items: { n: number }[] }>(
      '/api/logs/operation?kind=accounts.list&limit=200',
    );
    const numbers = log.body.items.map((row) => row.n);
    expect(numbers.length).toBeGreaterThanOrEqual(40);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

function openPush(person: Client) {
  return rawUpgrade(second.url, '/socket.io/?EIO=4&transport=websocket', {
    origin: second.url,
    cookie: person.cookie,
  });
}
