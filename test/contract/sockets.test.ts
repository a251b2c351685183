import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { openPush } from '../support/push.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';

let server: RunningServer;
let supervisor: Client;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  const made = await supervisor.post<{ id: string }>('/api/scripts', { title: 'ソケットの契約' });
  scriptId = made.body.id;
});

afterAll(() => server.dispose());

/** The status an upgrade is refused with, or 101. */
async function upgradeStatus(path: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers });
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', () => undefined);
  });
  socket.terminate();
  return status;
}

describe('refusals before 101', () => {
  it('refuses a missing and a foreign origin with 403', async () => {
    expect(await upgradeStatus(`/collab/${scriptId}`, { cookie: supervisor.cookie })).toBe(403);
    const origin = 'https://evil.example';
    expect(await upgradeStatus(`/collab/${scriptId}`, { cookie: supervisor.cookie, origin })).toBe(403);
    expect(
      await upgradeStatus('/socket.io/?EIO=4&transport=websocket', { cookie: supervisor.cookie, origin }),
    ).toBe(403);
  });

  it('takes localhost and 127.0.0.1 with the right port for one origin', async () => {
    const origin = server.url.replace('127.0.0.1', 'localhost');
    expect(await upgradeStatus(`/collab/${scriptId}`, { cookie: supervisor.cookie, origin })).toBe(101);
  });

  it('refuses without a session with 401', async () => {
    expect(await upgradeStatus(`/collab/${scriptId}`, { origin: server.url })).toBe(401);
    expect(await upgradeStatus('/socket.io/?EIO=4&transport=websocket', { origin: server.url })).toBe(401);
  });

  it('refuses a role that may not edit with 403', async () => {
    const agent = await signIn(server.url, 'op1@sakura.example');
    expect(await upgradeStatus(`/collab/${scriptId}`, { cookie: agent.cookie, origin: server.url })).toBe(
      403,
    );
  });

  it('refuses an unknown script, another tenant’s and an unknown path with 404', async () => {
    const foreigner = await signIn(server.url, 'admin@midori.example');
    const origin = server.url;
    expect(await upgradeStatus('/collab/AAAAAAAAAAAAAAAA', { cookie: supervisor.cookie, origin })).toBe(404);
    expect(await upgradeStatus(`/collab/${scriptId}`, { cookie: foreigner.cookie, origin })).toBe(404);
    expect(await upgradeStatus('/elsewhere', { cookie: supervisor.cookie, origin })).toBe(404);
  });
});

describe('the draft room', () => {
  it('sends `saved` with a state vector that covers what was written', async () => {
    const editor = openDraft(supervisor, scriptId);
    await editor.synced;
    editor.doc.getMap('meta').set('title', '保存の印');
    await editor.saved();
    expect(editor.savedClock()).toBe(Y.getState(editor.doc.store, editor.doc.clientID));
    editor.close();
  });

  it('ends the socket with a final 44xx when the session ends, within a second', async () => {
    const passing = await signIn(server.url, 'sv2@sakura.example');
    const editor = openDraft(passing, scriptId);
    await editor.synced;
    const closed = new Promise<number>((resolve) => {
      editor.provider.ws?.addEventListener('close', (event) => resolve(event.code));
    });
    const started = performance.now();
    await passing.del('/api/session');
    expect(await closed).toBe(4401);
    expect(performance.now() - started).toBeLessThan(promisedMs(1_500));
    editor.close();
  });
});

describe('the push', () => {
  it('delivers a release with its script and catches up by resume, in order', async () => {
    const agent = await signIn(server.url, 'op2@sakura.example');
    const socket = await openPush(agent);
    const before = await socket.emitWithAck('resume', { since: 0 });
    if ('error' in before) throw new Error(before.error);
    const arrived = new Promise<{ seq: number; version: number; script?: unknown }>((resolve) =>
      socket.once('release', resolve),
    );
    const published = await supervisor.post<{ seq: number }>(`/api/scripts/${scriptId}/publish`, {
      note: '初版',
    });
    expect(published.status, JSON.stringify(published.body)).toBe(201);
    const release = await arrived;
    expect(release).toMatchObject({ seq: published.body.seq, scriptId, version: 1, class: 'notice' });
    expect(release.script).toBeDefined();
    const after = await socket.emitWithAck('resume', { since: before.seq });
    if ('error' in after) throw new Error(after.error);
    expect(after.items.map((item) => item.seq)).toEqual([published.body.seq]);
    socket.disconnect();
  });

  it('answers an ill-formed event with an error instead of closing or crashing', async () => {
    const agent = await signIn(server.url, 'op2@sakura.example');
    const socket = await openPush(agent);
    const reply: unknown = await socket.emitWithAck('resume', { since: -1 });
    expect(reply).toHaveProperty('error');
    socket.disconnect();
  });
});

describe('SIGTERM', () => {
  it('closes draft sockets with 1012, keeps every write and exits with 0', async () => {
    const own = await startServer();
    const client = await signIn(own.url, 'sv1@sakura.example');
    const made = await client.post<{ id: string }>('/api/scripts', { title: '停止' });
    const editor = openDraft(client, made.body.id);
    await editor.synced;
    const closed = new Promise<number>((resolve) => {
      editor.provider.ws?.addEventListener('close', (event) => resolve(event.code));
    });
    editor.doc.getMap('meta').set('title', '停止の直前');
    await editor.saved();
    const exit = own.stop();
    expect(await closed).toBe(1012);
    editor.close();
    expect(await exit).toBe(0);
    const again = await startServer({ dataDir: own.dataDir });
    const back = await signIn(again.url, 'sv1@sakura.example');
    const draft = await until('the draft is read', async () => {
      const answer = await back.get<{ title: string }>(`/api/scripts/${made.body.id}/draft`);
      return answer.status === 200 && answer.body;
    });
    expect(draft.title).toBe('停止の直前');
    await again.dispose();
  });
});
