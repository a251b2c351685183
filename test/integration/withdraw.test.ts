import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Feed, FeedItem, WithdrawnEvent } from '@daihon/shared/wire/events';
import type { Script } from '@daihon/shared/script/schema';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
import { insertRelease, newestSeq } from '../../server/src/store/releases.ts';
import { insertVersion } from '../../server/src/store/versions.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { PushSocket } from '../support/push.ts';
import { openPush } from '../support/push.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let agent: Client;
let foreigner: Client;
let tenantId: string;
const open: PushSocket[] = [];

beforeAll(async () => {
  app = await startApp();
  await signInAll();
});
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => app.dispose());

async function signInAll(): Promise<void> {
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  foreigner = await signIn(app.url, 'admin@midori.example');
  const session = await supervisor.get<{ account: { tenant: { id: string } } }>('/api/session');
  tenantId = session.body.account.tenant.id;
}

const words = { substitute: '担当者より折り返しご連絡いたします。', reason: '料金表に誤りがありました。' };

async function published(title = '解約の台本'): Promise<string> {
  const made = await supervisor.post<ScriptSummary>('/api/scripts', { title });
  await publish(made.body.id);
  return made.body.id;
}

async function publish(id: string, note = '公開'): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${id}/publish`, { note });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function withdraw(id: string, ask: object = words): Promise<WithdrawnEvent> {
  const answer = await supervisor.post<WithdrawnEvent>(`/api/scripts/${id}/withdraw`, ask);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function stateOf(id: string): Promise<Pick<ScriptSummary, 'state' | 'publishedVersion'>> {
  const { state, publishedVersion } = (await supervisor.get<ScriptSummary>(`/api/scripts/${id}`)).body;
  return { state, publishedVersion };
}

/** Everything numbered that comes in live, in the order in which it does. */
async function follow(client: Client): Promise<Pick<FeedItem, 'kind' | 'seq'>[]> {
  const socket = await openPush(client);
  open.push(socket);
  const items: Pick<FeedItem, 'kind' | 'seq'>[] = [];
  socket.on('release', ({ seq }) => items.push({ kind: 'release', seq }));
  socket.on('withdrawn', (event) => items.push({ kind: 'withdrawn', ...event }));
  return items;
}

function callOn(scriptId: string, patch: object = {}) {
  const id = `c${Math.random().toString(36).slice(2)}`;
  const at = new Date().toISOString();
  const path = [{ stepId: 's1', choiceId: null, at }];
  return {
    id,
    scriptId,
    version: 1,
    startedAt: at,
    path,
    fields: {},
    placeholders: {},
    memo: '',
    switches: [],
    ...patch,
  };
}

describe('a withdrawal', () => {
  it('takes its place in the order of releases, live and in what is caught up', async () => {
    const [id, other] = [await published(), await published('別の台本')];
    const since = await newestSeq(tenantId);
    const [live, foreign] = [await follow(agent), await follow(foreigner)];
    const { seq } = await withdraw(id);
    await publish(other);
    await publish(id, '直した版');
    await until('all three are there', () => live.length === 3);
    expect(live.map((item) => [item.kind, item.seq])).toEqual([
      ['withdrawn', since + 1],
      ['release', since + 2],
      ['release', since + 3],
    ]);
    expect(seq).toBe(since + 1);
    expect(live[0]).toMatchObject({ scriptId: id, version: 1, ...words, author: supervisor.account.name });
    const feed = await agent.get<Feed>(`/api/releases?since=${since}`);
    expect(feed.body.items.map(({ kind }) => kind)).toEqual(['withdrawn', 'release', 'release']);
    expect(feed.body.items[0]).toMatchObject({ seq, ...words });
    const socket = open[0];
    const resumed = await socket?.emitWithAck('resume', { since });
    expect(resumed).toMatchObject({ seq: since + 3, items: feed.body.items });
    expect(foreign).toEqual([]);
  });

  it('shows agents what to read instead, until it is published again', async () => {
    const id = await published();
    await agent.get(`/api/scripts/${id}/versions/1`);
    await withdraw(id);
    expect(await stateOf(id)).toEqual({ state: 'withdrawn', publishedVersion: 1 });
    expect((await agent.get(`/api/scripts/${id}`)).status).toBe(404);
    const list = await agent.get<{ items: ScriptSummary[] }>('/api/scripts?limit=200');
    expect(list.body.items.some((script) => script.id === id)).toBe(false);
    const standing = async (client: Client) =>
      (await client.get<{ items: WithdrawnEvent[] }>('/api/withdrawals')).body.items.filter(
        ({ scriptId }) => scriptId === id,
      );
    expect(await standing(agent)).toMatchObject([words]);
    expect(await standing(foreigner)).toEqual([]);
    await withdraw(id, { ...words, substitute: '少々お待ちください。' });
    expect(await standing(agent)).toMatchObject([{ substitute: '少々お待ちください。' }]);
    await publish(id, '直した版');
    expect(await standing(agent)).toEqual([]);
    expect(await stateOf(id)).toEqual({ state: 'published', publishedVersion: 2 });
    expect((await agent.get(`/api/scripts/${id}`)).status).toBe(200);
  });

  it('lets running calls go on and no new one begin', async () => {
    const id = await published();
    expect((await agent.get(`/api/scripts/${id}/versions/1`)).status).toBe(200);
    const running = callOn(id);
    expect((await agent.post('/api/calls', running)).status).toBe(201);
    const begun = callOn(id);
    await withdraw(id);
    const saved = await agent.request('PATCH', `/api/calls/${running.id}`, { rev: 1, memo: '途中のメモ' });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect((await agent.post('/api/calls', running)).status).toBe(200);
    expect((await agent.post('/api/calls', begun)).status).toBe(201);
    const refused = await agent.post('/api/calls', callOn(id));
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ reason: 'withdrawn' });
    await publish(id, '直した版');
    expect((await agent.post('/api/calls', callOn(id))).status).toBe(201);
  });

  it('takes a call that a page without network kept', async () => {
    const id = await published();
    await agent.get(`/api/scripts/${id}/versions/1`);
    await storeWithdrawal(id, new Date(Date.now() - 600_000));
    await app.restart();
    await signInAll();
    expect((await stateOf(id)).state).toBe('withdrawn');
    const kept = callOn(id, { startedAt: new Date(Date.now() - 300_000).toISOString() });
    expect((await agent.post('/api/calls', kept)).status).toBe(201);
    expect((await agent.post('/api/calls', callOn(id))).status).toBe(409);
  });

  it('is for editors, of scripts that are out, with both texts', async () => {
    const id = await published();
    const auditor = await signIn(app.url, 'audit@sakura.example');
    expect((await agent.post(`/api/scripts/${id}/withdraw`, words)).status).toBe(403);
    expect((await auditor.post(`/api/scripts/${id}/withdraw`, words)).status).toBe(403);
    expect((await foreigner.post(`/api/scripts/${id}/withdraw`, words)).status).toBe(404);
    for (const bad of [{ ...words, reason: ' ' }, { reason: 'x' }, { ...words, more: 1 }])
      expect((await supervisor.post(`/api/scripts/${id}/withdraw`, bad)).status).toBe(400);
    const draft = await supervisor.post<ScriptSummary>('/api/scripts', { title: '下書き' });
    expect((await supervisor.post(`/api/scripts/${draft.body.id}/withdraw`, words)).status).toBe(409);
    expect(await stateOf(id)).toMatchObject({ state: 'published' });
  });

  it('outlasts the archive, and nothing but a publication ends it', async () => {
    const id = await published();
    await withdraw(id);
    const patch = (state: string) => supervisor.request('PATCH', `/api/scripts/${id}`, { state });
    expect((await patch('published')).status).toBe(409);
    expect((await patch('archived')).status).toBe(200);
    expect((await patch('published')).body).toMatchObject({ state: 'withdrawn' });
  });

  it('is on record with its words and with who has received it', async () => {
    const id = await published();
    const live = await follow(agent);
    const { seq } = await withdraw(id);
    await until('it is there', () => live.length === 1);
    const admin = await signIn(app.url, 'admin@sakura.example');
    const rows = async (log: string) =>
      (await admin.get<{ items: { action: string; detail: object }[] }>(`/api/logs/${log}?scriptId=${id}`))
        .body.items;
    expect((await rows('releases'))[0]).toMatchObject({ action: 'withdrawn', detail: words });
    expect((await rows('admin')).find(({ action }) => action === 'script.withdraw')).toMatchObject({
      detail: { before: { state: 'published' }, after: { state: 'withdrawn' }, seq, ...words },
    });
    const received = await until('the receipt is kept', async () => {
      const { body } = await admin.get<{ items: { actor: { loginId: string }; target: { id: string } }[] }>(
        '/api/logs/receipts?limit=50',
      );
      return body.items.find(({ target }) => target.id === String(seq));
    });
    expect(received.actor.loginId).toBe('op1@sakura.example');
  });
});

describe('a crash around a withdrawal', () => {
  it('after its row is finished at the next start', async () => {
    const id = await published();
    const seq = await storeWithdrawal(id, new Date());
    expect(await stateOf(id)).toMatchObject({ state: 'published' });
    await app.restart();
    await signInAll();
    expect(await stateOf(id)).toEqual({ state: 'withdrawn', publishedVersion: 1 });
    expect(await newestSeq(tenantId)).toBe(seq);
    expect((await publish(id, '直した版')).seq).toBe(seq + 1);
    await app.restart();
    await signInAll();
    expect(await stateOf(id)).toEqual({ state: 'published', publishedVersion: 2 });
  });

  it('in a publication before it brings nothing back over it', async () => {
    const id = await published();
    await storeNextVersion(id);
    const before = await newestSeq(tenantId);
    const { seq, version } = await withdraw(id);
    expect({ seq, version }).toEqual({ seq: before + 2, version: 2 });
    await app.restart();
    await signInAll();
    expect(await stateOf(id)).toEqual({ state: 'withdrawn', publishedVersion: 2 });
    expect(await newestSeq(tenantId)).toBe(seq);
  });
});

/** As a crash right after its commit leaves it. */
async function storeWithdrawal(id: string, at: Date): Promise<number> {
  const seq = (await newestSeq(tenantId)) + 1;
  const { body } = await supervisor.get<ScriptSummary>(`/api/scripts/${id}`);
  const row = {
    id: `w${id}`,
    seq,
    scriptId: id,
    version: 1,
    title: body.title,
    note: words.reason,
    class: 'urgent' as const,
    hash: body.publishedHash ?? '',
    author: supervisor.account.name,
    publishedAt: at,
    changes: [],
    substitute: words.substitute,
  };
  expect(await insertRelease(tenantId, row)).toBe('inserted');
  return seq;
}

/** A version that a crash left without its release. */
async function storeNextVersion(id: string): Promise<void> {
  const { body } = await supervisor.get<{ script: Script; hash: string }>(`/api/scripts/${id}/versions/1`);
  const version = {
    id: `v${id}`,
    scriptId: id,
    number: 2,
    hash: body.hash,
    author: { id: supervisor.account.id, name: supervisor.account.name },
    note: '止まる直前',
    class: 'notice' as const,
    title: body.script.title,
    publishedAt: new Date(),
  };
  await insertVersion(tenantId, version, body.script);
}
