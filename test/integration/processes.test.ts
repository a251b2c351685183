import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PointerEvent, ReleaseEvent } from '@daihon/shared/wire/events';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
import type { Embedded } from '../../server/src/store/embedded/start.ts';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';
import { signIn } from '../support/client.ts';
import { freePort } from '../support/port.ts';
import { openPush } from '../support/push.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';

/** Two application processes on one store, joined by Redis. */
describe('two processes', () => {
  let folder: string;
  let redis: ChildProcess;
  let store: Embedded;
  let one: RunningServer;
  let two: RunningServer;

  beforeAll(async () => {
    if (spawnSync('redis-server', ['--version']).status !== 0) {
      throw new Error('these tests need redis-server: install it, or run npm test, which does');
    }
    folder = await mkdtemp(path.join(tmpdir(), 'daihon-two-'));
    const port = String(await freePort());
    redis = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
    await new Promise<void>((resolve) => {
      redis.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('Ready to accept connections')) resolve();
      });
    });
    store = await startEmbedded({
      dataDir: path.join(folder, 'store'),
      log: () => undefined,
      listen: { host: '127.0.0.1', port: 0 },
    });
    const uri = new URL(store.uri);
    uri.pathname = '/daihon';
    uri.searchParams.set('directConnection', 'true');
    const env = {
      MONGODB_URI: uri.href,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      MASTER_KEY: randomBytes(32).toString('base64'),
      SESSION_SECRET: randomBytes(32).toString('base64'),
    };
    one = await startServer({ env });
    two = await startServer({ env });
  });
  afterAll(async () => {
    await one.dispose();
    await two.dispose();
    await store.close();
    redis.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('bring a release of one to the agents of the other, in order, with a receipt', async () => {
    const supervisors = [
      await signIn(one.url, 'sv1@sakura.example'),
      await signIn(two.url, 'sv2@sakura.example'),
    ] as const;
    const agent = await signIn(two.url, 'op1@sakura.example');
    const socket = await openPush(agent);
    const events: ReleaseEvent[] = [];
    socket.on('release', (event) => events.push(event));
    const scripts = await Promise.all(
      supervisors.map((client) => client.post<ScriptSummary>('/api/scripts', { title: '二つの工程' })),
    );
    const published = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        supervisors[index % 2 === 0 ? 0 : 1].post<Published>(
          `/api/scripts/${scripts[index % 2]?.body.id ?? ''}/publish`,
          { note: `${index}` },
        ),
      ),
    );
    expect(published.map((answer) => answer.status)).toEqual(published.map(() => 201));
    await until('all releases are here', () => events.length === published.length);
    const seqs = published.map((answer) => answer.body.seq).sort((a, b) => a - b);
    expect(events.map((event) => event.seq)).toEqual(seqs);
    const last = events.at(-1);
    await until('the receipt is stored', async () => {
      const roster = await supervisors[0].get<{
        items: { account: { loginId: string }; receivedAt: string | null }[];
      }>(`/api/scripts/${last?.scriptId ?? ''}/receipts?seq=${last?.seq ?? 0}`);
      return roster.body.items.some(
        (line) => line.account.loginId === 'op1@sakura.example' && line.receivedAt !== null,
      );
    });
    socket.disconnect();
  });

  it('give fifty publications of one script at once numbers and releases without gap or twin', async () => {
    const people = [
      await signIn(one.url, 'sv1@sakura.example'),
      await signIn(two.url, 'sv2@sakura.example'),
    ] as const;
    const { id } = (await people[0].post<ScriptSummary>('/api/scripts', { title: '一つの台本' })).body;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        people[index % 2 === 0 ? 0 : 1].post<Published>(`/api/scripts/${id}/publish`, { note: `${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const done = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    const byNumber = done.sort((a, b) => a.number - b.number);
    expect(byNumber.map(({ number }) => number)).toEqual(byNumber.map((_, index) => index + 1));
    const first = Math.min(...done.map(({ seq }) => seq));
    const seqs = done.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(seqs.map((_, index) => first + index));
  });

  it('pass pointers on to each other', async () => {
    const left = await signIn(one.url, 'sv1@sakura.example');
    const right = await signIn(two.url, 'sv2@sakura.example');
    const { id: scriptId } = (await left.post<ScriptSummary>('/api/scripts', { title: '図' })).body;
    const sockets = [await openPush(left), await openPush(right)];
    const seen: PointerEvent[] = [];
    sockets[1]?.on('pointer', (event) => seen.push(event));
    await until('a pointer has crossed', () => {
      for (const socket of sockets) socket.emit('pointer', { scriptId, x: 1, y: 2 });
      return seen.length > 0;
    });
    expect(seen[0]).toMatchObject({ scriptId, accountId: left.account.id });
    for (const socket of sockets) socket.disconnect();
  });

  it('end the session everywhere when it ends in one', async () => {
    const client = await signIn(one.url, 'op2@sakura.example');
    const elsewhere = { ...client, url: two.url };
    const socket = await openPush(elsewhere);
    const started = performance.now();
    await client.del('/api/session');
    await until('it is out', () => !socket.connected);
    expect(performance.now() - started).toBeLessThan(promisedMs(2_000));
    socket.disconnect();
  });

  it('bring a release across without Redis, only later, and stop in order', async () => {
    const supervisor = await signIn(one.url, 'sv1@sakura.example');
    const socket = await openPush(await signIn(two.url, 'op3@sakura.example'));
    const events: ReleaseEvent[] = [];
    socket.on('release', (event) => events.push(event));
    const { id } = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '片道' })).body;
    redis.kill('SIGKILL');
    const published = await supervisor.post<Published>(`/api/scripts/${id}/publish`, { note: 'Redis なし' });
    expect(published.status).toBe(201);
    await until('the release has come', () => events.length === 1);
    expect(events[0]?.seq).toBe(published.body.seq);
    socket.disconnect();
    expect(await Promise.all([one.stop(), two.stop()])).toEqual([0, 0]);
  });
});
