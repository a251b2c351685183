import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { OwnReading, Roster } from '@daihon/shared/receipts';
import type { ReminderEvent } from '@daihon/shared/wire/events';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
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
let other: Client;
let admin: Client;
let scriptId: string;
const open: PushSocket[] = [];

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  other = await signIn(app.url, 'op2@sakura.example');
  admin = await signIn(app.url, 'admin@sakura.example');
  scriptId = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '=確認の台本' })).body.id;
});
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => app.dispose());

async function connect(client: Client): Promise<PushSocket> {
  const socket = await openPush(client);
  open.push(socket);
  return socket;
}

async function publish(kind = 'confirm'): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${scriptId}/publish`, {
    note: '公開',
    class: kind,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const roster = async (seq: number, query = '') =>
  (await supervisor.get<Roster>(`/api/scripts/${scriptId}/receipts?seq=${seq}&limit=200${query}`)).body;
const mine = async (client: Client) => (await client.get<OwnReading>('/api/releases/mine')).body;
const ack = (client: Client, seq: number) => client.post(`/api/releases/${seq}/ack`);

it('tells who is missing first, with counts, and moves those who acknowledge to the others', async () => {
  const { seq, addressees } = await publish();
  const before = await roster(seq);
  expect(before.counts).toMatchObject({ addressees, acknowledged: 0, missing: addressees });
  expect(before.items.every(({ missing }) => missing)).toBe(true);
  await ack(agent, seq);
  const after = await roster(seq);
  expect(after.counts).toMatchObject({ acknowledged: 1, missing: (addressees ?? 0) - 1 });
  expect(after.items.at(-1)).toMatchObject({
    account: { loginId: 'op1@sakura.example' },
    missing: false,
    standing: 'addressed',
  });
  const missing = await roster(seq, '&missing=1');
  expect(missing.items.map(({ account }) => account.loginId)).not.toContain('op1@sakura.example');
  const named = await roster(seq, '&q=OP1');
  expect(named.items.map(({ account }) => account.loginId)).toEqual(['op1@sakura.example']);
});

it('pages through a roster without leaving anyone out or telling anyone twice', async () => {
  const { seq } = await publish();
  await ack(other, seq);
  const all = (await roster(seq)).items.map(({ account }) => account.loginId);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { body: Roster } = await supervisor.get(
      `/api/scripts/${scriptId}/receipts?seq=${seq}&limit=1${query}`,
    );
    paged.push(...page.body.items.map(({ account }) => account.loginId));
    cursor = page.body.nextCursor;
  }
  expect(paged).toEqual(all);
});

it('does not count who joined after the release, and tells them apart once they have it', async () => {
  const { seq, addressees } = await publish();
  const made = await admin.post<{ invitationUrl: string }>('/api/accounts', {
    loginId: 'late@sakura.example',
    name: '後から 参加',
    role: 'agent',
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const token = new URL(made.body.invitationUrl).hash.slice(1);
  const password = 'long-enough-2026!';
  const accepted = await fetch(`${app.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify({ token, password }),
  });
  expect(accepted.status).toBeLessThan(300);
  const late = await signIn(app.url, 'late@sakura.example', password);
  expect((await roster(seq)).counts.addressees).toBe(addressees);
  expect((await mine(late)).pending).toEqual([]);
  await ack(late, seq);
  const after = await roster(seq);
  expect(after.counts).toMatchObject({ addressees, acknowledged: 0 });
  const line = after.items.find(({ account }) => account.loginId === 'late@sakura.example');
  expect(line).toMatchObject({ standing: 'later', missing: false });
});

it('tells watching supervisors live that somebody has read it, and no agent', async () => {
  const { seq } = await publish();
  const told: number[] = [];
  const leaked: unknown[] = [];
  (await connect(supervisor)).on('receipts', ({ seqs }) => told.push(...seqs));
  (await connect(other)).on('receipts', (event) => leaked.push(event));
  await ack(agent, seq);
  await until('the supervisor is told', () => told.includes(seq));
  expect(leaked).toEqual([]);
});

it.each(['/receipts', '/receipts.csv', '/evidence'])('keeps %s from agents', async (path) => {
  const { seq } = await publish();
  expect((await agent.get(`/api/scripts/${scriptId}${path}?seq=${seq}`)).status).toBe(403);
  const foreign = await signIn(app.url, 'admin@midori.example');
  expect((await foreign.get(`/api/scripts/${scriptId}${path}?seq=${seq}`)).status).toBe(404);
});

it('gives one release as CSV that spreadsheets open as text, in both encodings, on record', async () => {
  const { seq } = await publish();
  await ack(agent, seq);
  const file = async (encoding: string) => {
    const path = `/api/scripts/${scriptId}/receipts.csv?seq=${seq}&encoding=${encoding}`;
    const answer = await fetch(app.url + path, { headers: { cookie: supervisor.cookie } });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file('utf-8'));
  expect(utf8.startsWith('\ufeff"ログインID","氏名"')).toBe(true);
  expect(utf8).toMatch(/"op1@sakura\.example",.*\+09:00",\r\n/u);
  expect(utf8).toMatch(/"op2@sakura\.example","[^"]+","対象",,,,"未対応"\r\n/u);
  expect(new TextDecoder('shift_jis').decode(await file('sjis'))).toContain('"ログインID","氏名"');
  const { body } = await admin.get<{ items: { target: { id: string }; detail: object }[] }>(
    '/api/logs/exports?limit=20',
  );
  const rows = body.items.filter(({ target }) => target.id === String(seq));
  expect(rows.map(({ detail }) => detail)).toMatchObject([
    { log: 'receipts', encoding: 'sjis' },
    { log: 'receipts', encoding: 'utf-8' },
  ]);
});

it('reminds the missing ones live and at their next look, once in ten minutes', async () => {
  const { seq } = await publish();
  await ack(agent, seq);
  const reminders: ReminderEvent[] = [];
  const spared: unknown[] = [];
  (await connect(other)).on('reminder', (event) => reminders.push(event));
  (await connect(agent)).on('reminder', (event) => spared.push(event));
  const remind = (client: Client) => client.post(`/api/scripts/${scriptId}/receipts/remind`, { seq });
  expect((await remind(agent)).status).toBe(403);
  const { counts } = await roster(seq);
  const both = await Promise.all([remind(supervisor), remind(admin)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
  expect(both.find(({ status }) => status === 200)?.body).toMatchObject({ reminded: counts.missing });
  await until('the missing one is reminded', () => reminders.length === 1);
  expect(reminders[0]).toMatchObject({ seq, scriptId });
  expect(spared).toEqual([]);
  expect((await mine(other)).pending[0]).toMatchObject({ seq, remindedAt: expect.any(String) as string });
  const again = await remind(supervisor);
  expect(again.status).toBe(429);
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(500);
  expect((await roster(seq)).reminded).toMatchObject({ people: counts.missing });
});

it('knows at every seat what an agent has acknowledged and read, and asks for the newest of a script alone', async () => {
  const first = await publish('urgent');
  const second = await publish('confirm');
  const quiet = await publish('notice');
  const socket = await connect(agent);
  await socket.emitWithAck('seen', { seq: first.seq });
  const before = await mine(agent);
  const pending = before.pending.filter((release) => release.scriptId === scriptId);
  expect(pending.map(({ seq }) => seq)).toEqual([second.seq]);
  expect(before.lastRead[scriptId]).toBe(first.number);
  await ack(agent, second.seq);
  const after = await mine(await signIn(app.url, 'op1@sakura.example'));
  expect(after.acknowledged).toContain(second.seq);
  expect(after.pending.filter((release) => release.scriptId === scriptId)).toEqual([]);
  await socket.emitWithAck('seen', { seq: quiet.seq });
  expect((await mine(agent)).lastRead[scriptId]).toBe(quiet.number);
  expect((await roster(first.seq)).overtaken).toBe(true);
});

it('takes the deadline of its class from the settings at the moment of the release', async () => {
  const change = (releases: object) => admin.patch('/api/settings', { releases });
  const changed = await change({ deadlineMinutes: { confirm: 60, urgent: null }, gate: 'script' });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  const confirm = await publish('confirm');
  const { publishedAt, deadlineAt } = await roster(confirm.seq);
  expect(Date.parse(deadlineAt ?? '') - Date.parse(publishedAt)).toBe(3_600_000);
  const urgent = await publish('urgent');
  expect((await roster(urgent.seq)).deadlineAt).toBeNull();
  await change({ deadlineMinutes: { confirm: 5, urgent: 5 }, gate: 'off' });
  expect((await roster(confirm.seq)).deadlineAt).toBe(deadlineAt);
  const feed = await agent.get<{ items: { deadlineAt?: string }[] }>(
    `/api/releases?since=${confirm.seq - 1}`,
  );
  expect(feed.body.items[0]?.deadlineAt).toBe(deadlineAt);
});

it('gives the evidence of a delivery with a hash that the record keeps', async () => {
  const { seq, hash, addressees } = await publish();
  await ack(agent, seq);
  const { body } = await supervisor.get<{
    hash: string;
    release: { hash: string; seq: number };
    counts: { addressees: number; acknowledged: number };
    addressees: { account: { loginId: string }; acknowledgedAt: string | null }[];
  }>(`/api/scripts/${scriptId}/evidence?seq=${seq}`);
  expect(body.release).toMatchObject({ seq, hash });
  expect(body.counts).toMatchObject({ addressees, acknowledged: 1 });
  const own = body.addressees.find(({ account }) => account.loginId === 'op1@sakura.example');
  expect(own?.acknowledgedAt).toEqual(expect.any(String));
  const rows = await admin.get<{ items: { detail: { hash?: string } }[] }>('/api/logs/exports?limit=5');
  expect(rows.body.items[0]?.detail.hash).toBe(body.hash);
});
