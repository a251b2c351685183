import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Call, StartCall } from '@daihon/shared/call';
import type { Version } from '@daihon/shared/version';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let agent: Client;
let other: Client;
let scriptId: string;
const at = '2026-04-01T10:00:00+09:00';

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  other = await signIn(app.url, 'op2@sakura.example');
  scriptId = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '応対' })).body.id;
  await publish();
});
afterAll(() => app.dispose());

async function publish(): Promise<void> {
  const answer = await supervisor.post(`/api/scripts/${scriptId}/publish`, { note: '公開' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

function newCall(change: Partial<StartCall> = {}): StartCall {
  const state = { scriptId, version: 1, path: [], fields: {}, placeholders: {}, memo: '', switches: [] };
  return { ...state, id: randomUUID(), startedAt: at, ...change };
}

async function started(change: Partial<StartCall> = {}): Promise<string> {
  const call = newCall(change);
  const answer = await agent.post<Call>('/api/calls', call);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return call.id;
}

it('is begun once under the id of its client', async () => {
  const call = newCall({ memo: '最初の一行' });
  const first = await agent.post<Call>('/api/calls', call);
  const again = await agent.post<Call>('/api/calls', { ...call, memo: '違う一行' });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect((await other.post('/api/calls', call)).status).toBe(404);
});

it('is begun only on a version that the agent may have', async () => {
  expect((await agent.post('/api/calls', newCall({ version: 9 }))).status).toBe(404);
  expect((await agent.post('/api/calls', newCall({ scriptId: 'unknown' }))).status).toBe(404);
  expect((await supervisor.post('/api/calls', newCall())).status).toBe(403);
});

it('takes saves in any order and keeps the newest of each part', async () => {
  const id = await started();
  const save = (body: object) => agent.patch<Call>(`/api/calls/${id}`, body);
  await save({ rev: 3, memo: '三' });
  await save({ rev: 2, memo: '二', fields: { quantity: 2 } });
  const late = await save({ rev: 1, memo: '一', placeholders: { 'customer.name': '山田' } });
  expect(late.body).toMatchObject({
    rev: 3,
    memo: '三',
    fields: { quantity: 2 },
    placeholders: { 'customer.name': '山田' },
  });
});

it('loses nothing of saves that come at once', async () => {
  const id = await started();
  await Promise.all([
    agent.patch(`/api/calls/${id}`, { rev: 1, memo: '同時のメモ' }),
    agent.patch(`/api/calls/${id}`, { rev: 2, fields: { plan: 'A' } }),
    agent.patch(`/api/calls/${id}`, { rev: 3, path: [{ stepId: 's1', choiceId: null, at }] }),
  ]);
  const stands = await agent.get<Call>(`/api/calls/${id}`);
  expect(stands.body).toMatchObject({ memo: '同時のメモ', fields: { plan: 'A' }, path: [{ stepId: 's1' }] });
});

it('keeps the words of a seat that comes back after another one went on, until its agent puts them away', async () => {
  const id = await started();
  const save = (body: object) => agent.patch<Call>(`/api/calls/${id}`, body);
  const first = await save({ rev: 8, seat: 'seat-aaaa', base: 1, memo: '最初' });
  const base = first.body.revision;
  await save({ rev: 15, seat: 'seat-bbbb', base, memo: '二つ目の席のメモ' });
  const late = { rev: 12, seat: 'seat-aaaa', base, memo: '電車の中', fields: { plan: 'A' } };
  const back = await save(late);
  expect(back.body).toMatchObject({
    memo: '二つ目の席のメモ',
    fields: { plan: 'A' },
    elsewhere: ['memo'],
    asides: [{ state: { memo: '電車の中' } }],
  });
  // The answer was lost: sent again it is the same aside.
  expect((await save(late)).body.asides).toHaveLength(1);
  const ended = { ...late, state: { memo: '電車の中' }, outcome: '受注', endedAt: at };
  const { memo: _memo, fields: _fields, ...end } = ended;
  const kept = await agent.post<Call>(`/api/calls/${id}/end`, end);
  expect(kept.body).toMatchObject({ endedAt: null, elsewhere: ['memo'] });
  const stands = await agent.get<Call>(`/api/calls/${id}`);
  const aside = stands.body.asides?.[0]?.id ?? '';
  expect((await other.del(`/api/calls/${id}/asides/${aside}`)).status).toBe(404);
  const away = await agent.del(`/api/calls/${id}/asides/${aside}`);
  expect(away.body).toMatchObject({ memo: '二つ目の席のメモ', asides: [] });
});

it('keeps what was taken back beside the path, sealed like it', async () => {
  const id = await started();
  const gates = [{ gateId: 'k1', at, version: 1 }];
  const undone = [{ stepId: 's2', choiceId: 'c1', at, via: 'search', gates, undone: { at, how: 'back' } }];
  const path = [{ stepId: 's1', choiceId: null, at, via: 'back' }];
  expect((await agent.patch<Call>(`/api/calls/${id}`, { rev: 1, path, undone })).body).toMatchObject({
    undone,
  });
  // A screen that knows nothing of it takes nothing of it away.
  await agent.patch(`/api/calls/${id}`, { rev: 2, path });
  expect((await agent.get<Call>(`/api/calls/${id}`)).body).toMatchObject({ path, undone });
  const odd = [{ ...undone[0], undone: { at, how: 'never' } }];
  expect((await agent.patch(`/api/calls/${id}`, { rev: 3, undone: odd })).status).toBe(400);
});

it('keeps no card number, whatever screen sent it: not in the call, nor in the memo log', async () => {
  const card = '4111 1111 1111 1111';
  const id = await started({ memo: `始め ${card}` });
  await agent.patch(`/api/calls/${id}`, {
    rev: 1,
    fields: { note: `番号 ４１１１１１１１１１１１１１１１`, count: 4_111_111_111_111_111, qty: 2 },
    placeholders: { 'customer.name': card },
  });
  const end = { rev: 2, outcome: '受注', endedAt: at, state: { memo: `終わり ${card}、090-1234-5678` } };
  await agent.post(`/api/calls/${id}/end`, end);
  expect((await agent.get<Call>(`/api/calls/${id}`)).body).toMatchObject({
    memo: '終わり ●●●●1111、090-1234-5678',
    fields: { note: '番号 ●●●●1111', count: '●●●●1111', qty: 2 },
    placeholders: { 'customer.name': '●●●●1111' },
  });
  const admin = await signIn(app.url, 'admin@sakura.example');
  const log = await admin.get('/api/logs/memo?limit=200');
  expect(JSON.stringify(log.body)).toContain('終わり ●●●●1111');
  expect(JSON.stringify(log.body)).not.toContain('1111 1111');
});

it('ends once, with what was typed last', async () => {
  const id = await started();
  const end = { rev: 2, outcome: '受注', endedAt: at, state: { memo: '終わりのメモ' } };
  const first = await agent.post<Call>(`/api/calls/${id}/end`, end);
  expect(first.body).toMatchObject({ outcome: '受注', memo: '終わりのメモ' });
  const again = await agent.post<Call>(`/api/calls/${id}/end`, { ...end, outcome: '失注' });
  expect(again.body).toEqual(first.body);
  const open = await agent.get<{ items: Call[] }>('/api/calls?open=1');
  expect(open.body.items.some((call) => call.id === id)).toBe(false);
});

it('goes on over a new version and may take it over', async () => {
  const id = await started();
  await publish();
  const list = await agent.get<ScriptSummary>(`/api/scripts/${scriptId}`);
  const version = list.body.publishedVersion ?? 0;
  const saved = await agent.patch<Call>(`/api/calls/${id}`, {
    rev: 1,
    version,
    switches: [{ at, from: 1, to: version, how: 'accepted', stepId: 's1' }],
  });
  expect(saved.body).toMatchObject({ version, switches: [{ from: 1, to: version }] });
  expect((await agent.patch(`/api/calls/${id}`, { rev: 2, version: 99 })).status).toBe(404);
  const on = async (number: number, limit = 200) =>
    (
      await supervisor.get<Page<Call>>(`/api/calls?scriptId=${scriptId}&version=${number}&limit=${limit}`)
    ).body.items.map((call) => call.id);
  const later = await started({ version, startedAt: '2026-04-01T11:00:00+09:00' });
  expect(await on(version)).toEqual([later, id]);
  expect(await on(1)).toContain(id);
  expect(await on(1)).not.toContain(later);
  expect(await on(version, 1)).toEqual([later]);
  const read = await supervisor.get<Call>(`/api/calls/${id}`);
  expect(read.body.agent?.name).not.toBe('');
  expect(read.body.agent?.id).toBe(read.body.accountId);
});

it('survives a restart of the server', async () => {
  const id = await started({ memo: '再起動の前' });
  await app.restart();
  agent = await signIn(app.url, 'op1@sakura.example');
  other = await signIn(app.url, 'op2@sakura.example');
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  const open = await agent.get<{ items: Call[] }>('/api/calls?open=1');
  expect(open.body.items.find((call) => call.id === id)?.memo).toBe('再起動の前');
});

it('is its agent’s, and read by those who may read calls', async () => {
  const id = await started();
  const foreigner = await signIn(app.url, 'op1@midori.example');
  for (const client of [other, foreigner]) {
    expect((await client.get(`/api/calls/${id}`)).status).toBe(404);
    expect((await client.patch(`/api/calls/${id}`, { rev: 9, memo: 'x' })).status).toBe(404);
    expect((await client.post(`/api/calls/${id}/end`, { rev: 9, outcome: null, endedAt: at })).status).toBe(
      404,
    );
  }
  expect((await supervisor.get(`/api/calls/${id}`)).status).toBe(200);
});

it('is in the list of those who may read calls, a page at a time, by agent and script', async () => {
  const elsewhere = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '別の台本' })).body.id;
  await supervisor.post(`/api/scripts/${elsewhere}/publish`, { note: '公開' });
  const ids: string[] = [];
  for (const minute of [1, 2, 3]) {
    const startedAt = `2026-04-02T10:0${minute}:00+09:00`;
    ids.unshift(await started({ scriptId: elsewhere, startedAt }));
  }
  const list = async (query: string, who = supervisor) =>
    (await who.get<{ items: Call[]; nextCursor: string | null }>(`/api/calls?${query}`)).body;
  const first = await list(`scriptId=${elsewhere}&limit=2`);
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const rest = await list(`scriptId=${elsewhere}&limit=2&cursor=${first.nextCursor ?? ''}`);
  expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([ids.slice(2), null]);
  expect((await list(`scriptId=${elsewhere}&loginId=op1@sakura.example`)).items).toHaveLength(3);
  for (const nobody of ['op2@sakura.example', 'op1@midori.example', 'nobody@sakura.example']) {
    expect((await list(`scriptId=${elsewhere}&loginId=${nobody}`)).items, nobody).toEqual([]);
  }
  expect((await list(`scriptId=${elsewhere}`, other)).items).toEqual([]);
  expect((await supervisor.get('/api/calls?cursor=nonsense')).status).toBe(400);
  const midori = await signIn(app.url, 'admin@midori.example');
  expect((await list(`scriptId=${elsewhere}`, midori)).items).toEqual([]);
  const auditor = await signIn(app.url, 'audit@sakura.example');
  const log = await auditor.get<{ items: { actor: object }[] }>('/api/logs/operation?kind=call.list');
  expect(log.body.items[0]).toMatchObject({ actor: { loginId: 'sv1@sakura.example' } });
});

it('is in the memo log under the title of its script', async () => {
  const id = await started({ memo: '折り返しの希望' });
  const auditor = await signIn(app.url, 'audit@sakura.example');
  const log = await auditor.get<{ items: object[] }>('/api/logs/memo?q=折り返しの希望');
  expect(log.body.items).toMatchObject([
    { target: { id, label: '応対' }, detail: { script: '応対', scriptId } },
  ]);
  const csv = await auditor.get<string>('/api/logs/memo.csv?q=折り返しの希望');
  expect(csv.body).toContain('"応対"');
});

it('counts for its script in the week of the day it began on, once however often it is sent', async () => {
  const script = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '利用の数' })).body;
  await supervisor.post(`/api/scripts/${script.id}/publish`, { note: '公開' });
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const counted = async (client = supervisor) =>
    (await client.get<Page<ScriptStatus>>('/api/status/scripts')).body.items.find(
      ({ id }) => id === script.id,
    )?.callsInWeek;
  expect(await counted()).toBe(0);
  const today = newCall({ scriptId: script.id, startedAt: daysAgo(0) });
  await agent.post('/api/calls', today);
  await agent.post('/api/calls', today);
  await started({ scriptId: script.id, startedAt: daysAgo(6) });
  await started({ scriptId: script.id, startedAt: daysAgo(7) });
  expect(await counted()).toBe(2);
  expect(await counted(await signIn(app.url, 'admin@midori.example'))).toBe(undefined);
});

it('whose path its version does not bear out is kept, marked, and on record', async () => {
  const version = await supervisor.get<Version>(`/api/scripts/${scriptId}/versions/1`);
  const start = version.body.script.start ?? '';
  const end = async (stepId: string) => {
    const id = await started();
    const path = [{ stepId, choiceId: null, at }];
    const answer = await agent.post<Call>(`/api/calls/${id}/end`, {
      rev: 1,
      outcome: '受注',
      endedAt: at,
      state: { path, memo: '経路の照合' },
    });
    expect(answer.status).toBe(200);
    return { id, call: answer.body };
  };
  expect((await end(start)).call.unverified).toBeNull();
  const odd = await end('nowhere');
  const unverified = { index: 0, stepId: 'nowhere', why: 'unknown_step' };
  expect(odd.call).toMatchObject({ unverified, memo: '経路の照合', path: [{ stepId: 'nowhere' }] });
  const auditor = await signIn(app.url, 'audit@sakura.example');
  const rows = async () =>
    (await auditor.get<{ items: object[] }>('/api/logs/operation?kind=call.unverified')).body.items;
  const row = { actor: { loginId: 'op1@sakura.example' }, target: { id: odd.id } };
  expect(await rows()).toMatchObject([{ ...row, detail: { stepId: 'nowhere', unverified: 'unknown_step' } }]);
  const memos = await auditor.get<{ items: object[] }>('/api/logs/memo?q=経路の照合');
  // Both began at the same moment: either may stand first.
  expect(memos.body.items).toHaveLength(2);
  expect(memos.body.items).toContainEqual(
    expect.objectContaining({ detail: expect.objectContaining({ unverified: 'unknown_step' }) as object }),
  );
  // A later save of the same path is no second finding; one that fits takes the mark away.
  await agent.patch(`/api/calls/${odd.id}`, { rev: 2, memo: '経路の照合、続き' });
  expect(await rows()).toHaveLength(1);
  const mended = { rev: 3, path: [{ stepId: start, choiceId: null, at }] };
  expect((await agent.patch<Call>(`/api/calls/${odd.id}`, mended)).body.unverified).toBeNull();
});
