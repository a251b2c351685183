import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Feed, ReleaseEvent } from '@daihon/shared/wire/events';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { PushSocket } from '../support/push.ts';
import { openPush } from '../support/push.ts';
import { promisedMs, until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

interface Roster {
  items: {
    account: { loginId: string };
    receivedAt: string | null;
    openedAt: string | null;
    acknowledgedAt: string | null;
  }[];
}

let app: App;
let supervisor: Client;
let agent: Client;
let admin: Client;
let scriptId: string;
const open: PushSocket[] = [];

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  admin = await signIn(app.url, 'admin@sakura.example');
  const made = await supervisor.post<ScriptSummary>('/api/scripts', { title: '配信の台本' });
  scriptId = made.body.id;
});
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => app.dispose());

async function connect(client: Client): Promise<PushSocket> {
  const socket = await openPush(client);
  open.push(socket);
  return socket;
}

async function publish(note = '公開'): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${scriptId}/publish`, { note });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function resume(socket: PushSocket, since: number): Promise<Feed> {
  const reply = await socket.emitWithAck('resume', { since });
  if ('error' in reply) throw new Error(reply.error);
  return reply;
}

function collect(socket: PushSocket): ReleaseEvent[] {
  const events: ReleaseEvent[] = [];
  socket.on('release', (event) => events.push(event));
  return events;
}

async function receiptOf(seq: number, loginId: string) {
  const roster = await supervisor.get<Roster>(`/api/scripts/${scriptId}/receipts?seq=${seq}&limit=200`);
  const line = roster.body.items.find((item) => item.account.loginId === loginId);
  if (line === undefined) throw new Error(`${loginId} is not on the roster`);
  return line;
}

it('brings a release with its script to every signed-in agent', async () => {
  const other = await signIn(app.url, 'op2@sakura.example');
  const received = [collect(await connect(agent)), collect(await connect(other))];
  const published = await publish('全員へ');
  await until('both have it', () => received.every((events) => events.length === 1));
  for (const [event] of received) {
    expect(event).toMatchObject({ seq: published.seq, scriptId, version: published.number, note: '全員へ' });
    expect(event?.hash).toBe(published.hash);
    expect(event?.script?.steps.length).toBeGreaterThan(0);
  }
});

it('tells another tenant nothing', async () => {
  const foreign = collect(await connect(await signIn(app.url, 'op1@midori.example')));
  const own = collect(await connect(agent));
  await publish();
  await until('the own agent has it', () => own.length === 1);
  expect(foreign).toEqual([]);
});

it('catches up what was missed in order, none lost and none twice', async () => {
  const socket = await connect(agent);
  const { seq: since } = await resume(socket, 0);
  socket.disconnect();
  const missed = [await publish('一'), await publish('二'), await publish('三')];
  const again = await connect(agent);
  const live = collect(again);
  const feed = await resume(again, since);
  expect(feed.items.map((item) => item.seq)).toEqual(missed.map((one) => one.seq));
  expect(feed.items.every((item) => !('script' in item))).toBe(true);
  const next = await publish('四');
  await until('the next one is there', () => live.length === 1);
  expect(live.map((event) => event.seq)).toEqual([next.seq]);
  expect(next.seq).toBe(feed.seq + 1);
  const http = await agent.get<Feed>(`/api/releases?since=${since}`);
  expect(http.body.items.map((item) => item.seq)).toEqual([...missed, next].map((one) => one.seq));
});

it('keeps who received, opened and acknowledged, each once', async () => {
  const socket = await connect(agent);
  const events = collect(socket);
  const { seq } = await publish('確認してください');
  await until('it is there', () => events.length === 1);
  const received = await until('the receipt is stored', async () => {
    const line = await receiptOf(seq, 'op1@sakura.example');
    return line.receivedAt === null ? undefined : line;
  });
  expect(received).toMatchObject({ openedAt: null, acknowledgedAt: null });
  expect(await socket.emitWithAck('seen', { seq })).toEqual({ ok: true });
  expect(await socket.emitWithAck('ack', { seq })).toEqual({ ok: true });
  const first = await receiptOf(seq, 'op1@sakura.example');
  expect(await socket.emitWithAck('ack', { seq })).toEqual({ ok: true });
  expect((await agent.post(`/api/releases/${seq}/ack`)).status).toBe(204);
  expect(await receiptOf(seq, 'op1@sakura.example')).toEqual(first);
  expect(first).toMatchObject({
    receivedAt: received.receivedAt,
    openedAt: expect.any(String) as string,
    acknowledgedAt: expect.any(String) as string,
  });
  expect(await receiptOf(seq, 'op3@sakura.example')).toMatchObject({
    receivedAt: null,
    acknowledgedAt: null,
  });
});

it('keeps no receipt of those who do not work from scripts', async () => {
  const socket = await connect(supervisor);
  const { seq } = await publish();
  expect(await socket.emitWithAck('seen', { seq })).toEqual({ ok: true });
  expect(await socket.emitWithAck('ack', { seq })).toEqual({ ok: false, error: 'forbidden' });
  expect((await agent.get(`/api/scripts/${scriptId}/receipts?seq=${seq}`)).status).toBe(403);
  const roster = await supervisor.get<Roster>(`/api/scripts/${scriptId}/receipts?seq=${seq}`);
  expect(roster.body.items.some((line) => line.account.loginId === 'sv1@sakura.example')).toBe(false);
});

it('refuses what is not there or not well formed with an answer, and stays', async () => {
  const socket = await connect(agent);
  expect(await socket.emitWithAck('ack', { seq: 999_999 })).toEqual({ ok: false, error: 'not_found' });
  const odd: unknown[] = [null, {}, { since: -1 }, { since: '1' }, { since: 1, more: true }, [1]];
  for (const ask of odd) {
    expect(await socket.emitWithAck('resume', ask as { since: number })).toMatchObject({
      error: 'bad_input',
    });
  }
  expect(socket.connected).toBe(true);
});

it('disconnects who sends unknown events or too many', async () => {
  const stranger = await connect(agent);
  (stranger as unknown as { emit(name: string): void }).emit('publish');
  await until('the stranger is out', () => !stranger.connected);
  const noisy = await connect(agent);
  for (let n = 0; n < 100; n += 1) void noisy.emitWithAck('seen', { seq: 1 }).catch(() => undefined);
  await until('the noisy one is out', () => !noisy.connected);
});

it.each([
  ['signed-out', (leaving: Client) => leaving.del('/api/session')],
  ['role', (leaving: Client) => admin.patch(`/api/accounts/${leaving.account.id}`, { role: 'auditor' })],
  [
    'suspended',
    (leaving: Client) => admin.patch(`/api/accounts/${leaving.account.id}`, { state: 'suspended' }),
  ],
])('says that the session has ended, and that it is %s, then disconnects', async (why, end) => {
  const leaving = await signIn(app.url, 'op2@sakura.example');
  const socket = await connect(leaving);
  const reasons: string[] = [];
  socket.on('session-ended', ({ reason }) => reasons.push(reason));
  const started = performance.now();
  await end(leaving);
  await until('it is out', () => !socket.connected);
  expect(reasons).toEqual([why]);
  expect(performance.now() - started).toBeLessThan(promisedMs(1_000));
});

it('passes pointers on among editors of one script, and to nobody else', async () => {
  const one = await connect(supervisor);
  const two = await connect(await signIn(app.url, 'sv2@sakura.example'));
  const outsider = await connect(agent);
  const seen: unknown[] = [];
  const overheard: unknown[] = [];
  two.on('pointer', (event) => seen.push(event));
  outsider.on('pointer', (event) => overheard.push(event));
  await until('the pointer has crossed', () => {
    for (const socket of [one, two, outsider]) socket.emit('pointer', { scriptId, x: 3, y: 4 });
    return seen.length > 0;
  });
  expect(seen[0]).toEqual({
    scriptId,
    x: 3,
    y: 4,
    accountId: supervisor.account.id,
    name: supervisor.account.name,
  });
  expect(overheard).toEqual([]);
});

it('shows a place to the others in the same draft, seldom enough, and to nobody else', async () => {
  const one = await connect(supervisor);
  const two = await connect(await signIn(app.url, 'sv2@sakura.example'));
  const outsider = await connect(agent);
  const seen: unknown[] = [];
  two.on('look', (event) => seen.push(event));
  outsider.on('look', (event) => seen.push(event));
  const look = { scriptId, stepId: 's1', field: 'say' };
  two.emit('pointer', { scriptId, x: null, y: null });
  await until('it has arrived', async () => {
    if (seen.length === 0) await one.emitWithAck('look', look);
    return seen.length > 0;
  });
  expect(seen).toEqual([{ ...look, accountId: supervisor.account.id, name: supervisor.account.name }]);
  expect(await outsider.emitWithAck('look', look)).toEqual({ ok: false, error: 'forbidden' });
  expect(await two.emitWithAck('look', { ...look, field: 'x'.repeat(121) })).toEqual({
    ok: false,
    error: 'bad_input',
  });
  expect(await two.emitWithAck('look', { ...look, scriptId: 'x' })).toEqual({
    ok: false,
    error: 'not_found',
  });
  const answers = [];
  for (let count = 0; count < 4; count += 1) answers.push(await one.emitWithAck('look', look));
  expect(answers).toContainEqual({ ok: false, error: 'throttled' });
});

it('is not reached without a session, from another origin, or by polling', async () => {
  const statusOf = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const url = `${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
      const socket = new WebSocket(url, { headers });
      socket.once('unexpected-response', (request, response) => {
        request.destroy();
        resolve(response.statusCode);
      });
      socket.once('open', () => reject(new Error('it was let in')));
      socket.once('error', () => undefined);
    });
  expect(await statusOf({ origin: app.url })).toBe(401);
  expect(await statusOf({ origin: 'https://elsewhere.example', cookie: agent.cookie })).toBe(403);
  const polling = await fetch(`${app.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { cookie: agent.cookie, origin: app.url },
  });
  expect(polling.status).toBe(404);
});

it('puts every event on record, a broadcast as one row with its recipients', async () => {
  const socket = await connect(agent);
  const { seq } = await publish('記録');
  await socket.emitWithAck('seen', { seq });
  socket.disconnect();
  const rows = await until('the rows are there', async () => {
    const page = await admin.get<{ items: { action: string; detail: Record<string, unknown> }[] }>(
      '/api/logs/socket?limit=50',
    );
    const { items } = page.body;
    const last = items.findIndex((row) => row.action === 'disconnect');
    return last === 0 || last === 1 ? items : undefined;
  });
  const release = rows.find((row) => row.action === 'release' && row.detail.seq === seq);
  expect(release?.detail).toMatchObject({ direction: 'out', recipients: 1 });
  for (const action of ['connect', 'seen', 'disconnect']) {
    expect(rows.some((row) => row.action === action)).toBe(true);
  }
});
