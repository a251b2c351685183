import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flushAudit } from '../../server/src/store/auditLog.ts';
import { INSTALLATION } from '../../server/src/store/tenants.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';
import { rawUpgrade } from './rawUpgrade.ts';

const PUSH = '/socket.io/?EIO=4&transport=websocket';

let app: TestApp;
let supervisor: Client;
let agent: Client;

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: '127.0.0.1' });
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
});

afterAll(async () => {
  await app.dispose();
});

describe('the door for sockets', () => {
  it('refuses a foreign, a missing and a nearly right origin with 403', async () => {
    const { port } = new URL(app.url);
    const { cookie } = supervisor;
    for (const origin of [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
    ]) {
      expect(await statusOf(PUSH, { cookie, origin }), origin).toBe(403);
    }
    expect(await statusOf(PUSH, { cookie })).toBe(403);
  });

  it('takes the names of this machine for one origin', async () => {
    const { port } = new URL(app.url);
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const origin = `http://${name}:${port}`;
      expect(await statusOf(PUSH, { cookie: supervisor.cookie, origin }), origin).toBe(101);
    }
  });

  it('refuses without a session, with a forged and with an ended one, with 401', async () => {
    const origin = app.url;
    expect(await statusOf(PUSH, { origin })).toBe(401);
    expect(await statusOf(PUSH, { origin, cookie: 'daihon=s%3Aforged.signature' })).toBe(401);
    const ended = await signIn(app.url, 'op2@sakura.example');
    await ended.del('/api/session');
    expect(await statusOf(PUSH, { origin, cookie: ended.cookie })).toBe(401);
  });

  it('refuses an unknown path with 404, also one that only looks alike', async () => {
    const headers = { origin: app.url, cookie: supervisor.cookie };
    for (const path of [
      '/',
      '/collab',
      '/collab/',
      '/collab/a/b',
      '/collab/..%2fx',
      '/socket.io',
      '/socket.io/x',
      '/api/session',
    ]) {
      expect(await statusOf(path, headers), path).toBe(404);
    }
  });

  it('refuses a draft to an agent with 403 and an unknown script with 404', async () => {
    const origin = app.url;
    expect(await statusOf('/collab/AAAAAAAAAAAAAAAA', { origin, cookie: agent.cookie })).toBe(403);
    expect(await statusOf('/collab/AAAAAAAAAAAAAAAA', { origin, cookie: supervisor.cookie })).toBe(404);
    const midori = await signIn(app.url, 'admin@midori.example');
    const scripts = await supervisor.get<{ items: { id: string }[] }>('/api/scripts');
    const path = `/collab/${scripts.body.items[0]?.id ?? ''}`;
    expect(await statusOf(path, { origin, cookie: midori.cookie })).toBe(404);
    expect(await statusOf(path, { origin, cookie: supervisor.cookie })).toBe(101);
  });

  it('refuses a fifth socket of one session with 429', async () => {
    const person = await signIn(app.url, 'op3@sakura.example');
    const headers = { origin: app.url, cookie: person.cookie };
    const open = [];
    for (let count = 0; count < 4; count += 1) open.push(await rawUpgrade(app.url, PUSH, headers));
    expect(open.map((socket) => socket.status)).toEqual([101, 101, 101, 101]);
    expect(await statusOf(PUSH, headers)).toBe(429);
    for (const socket of open) socket.destroy();
  });

  it('records each refusal of someone known in the socket log', async () => {
    await statusOf('/collab/AAAAAAAAAAAAAAAA', { origin: app.url, cookie: agent.cookie });
    const audit = await signIn(app.url, 'audit@sakura.example');
    const log = await audit.get<{ items: { action: string; detail: { status: number } }[] }>(
      '/api/logs/socket?kind=refused&loginId=op1@sakura.example',
    );
    expect(log.body.items[0]).toMatchObject({ action: 'refused', detail: { status: 403 } });
  });
});

describe('a flood of upgrades without a session', () => {
  it('fills the log with ten rows, not with one for each', async () => {
    const rows = mongoose.connection.collection('socket_events');
    const own = { tenantId: INSTALLATION, address: '203.0.113.77' };
    const headers = { origin: app.url, 'x-forwarded-for': own.address };
    for (let round = 0; round < 20; round += 1) {
      const lot = Array.from({ length: 10 }, () => statusOf(PUSH, headers));
      expect(new Set(await Promise.all(lot))).toEqual(new Set([401]));
    }
    await flushAudit();
    expect(await rows.countDocuments(own)).toBe(10);
  });
});

async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const { status, destroy } = await rawUpgrade(app.url, path, headers);
  destroy();
  return status;
}
