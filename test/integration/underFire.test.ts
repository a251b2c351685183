import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Version, VersionSummary } from '@daihon/shared/version';
import type { Feed } from '@daihon/shared/wire/events';
import type { Page, Published, ScriptSummary } from '@daihon/shared/wire/http';
import { newestSeq } from '../../server/src/store/releases.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { openPush } from '../support/push.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

interface Impact {
  running: { calls: number; onChangedSteps: number };
  reach: { agents: number; connected: number };
}

let app: App;
let supervisor: Client;
let colleague: Client;
let agent: Client;
let other: Client;
let tenantId: string;

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  colleague = await signIn(app.url, 'sv2@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  other = await signIn(app.url, 'op2@sakura.example');
  const session = await supervisor.get<{ account: { tenant: { id: string } } }>('/api/session');
  tenantId = session.body.account.tenant.id;
});
afterAll(() => app.dispose());

async function newScript(title: string): Promise<string> {
  return (await supervisor.post<ScriptSummary>('/api/scripts', { title })).body.id;
}

async function publish(id: string): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${id}/publish`, { note: '公開' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

/** Gives the first step another title, in the draft; returns its id. */
async function changeStart(id: string, title: string): Promise<string> {
  const draft = openDraft(supervisor, id);
  await draft.synced;
  const start = String(draft.doc.getMap('meta').get('start'));
  draft.doc.getMap<Y.Map<unknown>>('steps').get(start)?.set('title', title);
  await draft.saved();
  draft.close();
  return start;
}

it('gives each of fifty publications of one script at once a number, a release and a place in the feed, or refuses it', async () => {
  const id = await newScript('五十の公開');
  const before = await newestSeq(tenantId);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? supervisor : colleague).post<Published>(`/api/scripts/${id}/publish`, {
        note: `${index}`,
        // Half of them say what they have seen: of those one gets through at most.
        ...(index % 4 < 2 ? {} : { baseVersion: 0 }),
      }),
    ),
  );
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const done = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
  const inOrder = (values: number[]) => values.sort((a, b) => a - b);
  expect(inOrder(done.map(({ number }) => number))).toEqual(done.map((_, index) => index + 1));
  expect(inOrder(done.map(({ seq }) => seq))).toEqual(done.map((_, index) => before + 1 + index));
  const feed = (await agent.get<Feed>(`/api/releases?since=${before}`)).body;
  expect(feed.items.map(({ seq }) => seq)).toEqual(done.map((_, index) => before + 1 + index));
  const history = await supervisor.get<Page<VersionSummary>>(`/api/scripts/${id}/versions?limit=200`);
  expect(history.body.items.map(({ number, seq }) => `${number} ${seq}`).reverse()).toEqual(
    done.sort((a, b) => a.number - b.number).map(({ number, seq }) => `${number} ${seq}`),
  );
});

it('counts the people whom a publication reaches now: each once, where they are, in called parts too', async () => {
  const [root, part] = [await newScript('受付'), await newScript('本人確認')];
  await publish(root);
  await publish(part);
  const start = await changeStart(part, 'お名前の確認');
  const rootStart = await changeStart(root, '名乗りと用件の伺い');
  const impact = async (id: string) => (await supervisor.get<Impact>(`/api/scripts/${id}/changes`)).body;
  expect(await impact(part)).toMatchObject({ running: { calls: 0, onChangedSteps: 0 } });
  const at = new Date().toISOString();
  const call = async (who: Client, path: object[]) => {
    const body = { scriptId: root, version: 1, path, fields: {}, placeholders: {}, memo: '', switches: [] };
    expect((await who.post('/api/calls', { ...body, id: randomUUID(), startedAt: at })).status).toBe(201);
  };
  const inRoot = { stepId: rootStart, choiceId: null, at };
  const inPart = { stepId: start, choiceId: null, at, via: 'jump', scriptId: part, version: 1 };
  // One agent has put a call away and begun another, which has come to the part; the other is in the script itself.
  await call(agent, [inRoot]);
  await call(agent, [inRoot, inPart]);
  await call(other, [inRoot]);
  expect((await impact(part)).running).toEqual({ calls: 1, onChangedSteps: 1 });
  expect((await impact(root)).running).toEqual({ calls: 2, onChangedSteps: 1 });

  // Nothing was written for a while: only who is connected still counts.
  const earlier = new Date(Date.now() - 20 * 60_000);
  await mongoose.connection.collection('calls').updateMany({ tenantId }, { $set: { savedAt: earlier } });
  expect((await impact(root)).running).toEqual({ calls: 0, onChangedSteps: 0 });
  const { agents, connected } = (await impact(root)).reach;
  expect(agents).toBeGreaterThanOrEqual(3);
  expect(connected).toBe(0);
  const socket = await openPush(other);
  expect(await impact(root)).toMatchObject({
    running: { calls: 1, onChangedSteps: 1 },
    reach: { agents, connected: 1 },
  });
  socket.disconnect();
  const longAgo = new Date(Date.now() - 24 * 3_600_000);
  await mongoose.connection.collection('calls').updateMany({ tenantId }, { $set: { savedAt: longAgo } });
  expect((await impact(root)).running.calls).toBe(0);
});

it('tells a browser that has a version so, and only who may read it', async () => {
  const id = await newScript('読み直し');
  await publish(id);
  const path = `/api/scripts/${id}/versions/1`;
  const first = await agent.get<Version>(path);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toBe(`"${first.body.hash}"`);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('vary')).toBe('Cookie');
  const again = (who: Client) => who.request('GET', path, undefined, { 'if-none-match': tag });
  const answer = await again(agent);
  expect([answer.status, answer.body]).toEqual([304, '']);
  // Kept under the script and number, so a second reader gets the same words.
  expect((await other.get<Version>(path)).body).toEqual(first.body);
  const foreigner = await signIn(app.url, 'op1@midori.example');
  expect((await again(foreigner)).status).toBe(404);
  await publish(id);
  const late = await signIn(app.url, 'op3@sakura.example');
  expect((await again(late)).status).toBe(404);
});
