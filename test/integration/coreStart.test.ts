import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../support/client.ts';
import { repositoryRoot, startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';
import { startApp } from './coreApp.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-start-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('a start', () => {
  it('stops at nonsense with one line that names every wrong variable', async () => {
    const { code, stderr } = await run({ PORT: 'abc', TRUST_PROXY: 'true', MASTER_KEY: 'short' });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    for (const name of ['PORT', 'TRUST_PROXY', 'MASTER_KEY']) expect(stderr).toContain(name);
  });

  it('refuses the fixed demo on an address that others can reach', async () => {
    const { code, stderr } = await run({ HOST: '0.0.0.0', DEMO: 'fixed' });
    expect(code).toBe(1);
    expect(stderr).toContain('DEMO');
  });

  it('refuses a folder and a port that another one has, and says so', async () => {
    const app = await startApp({ DATA_DIR: dataDir });
    try {
      const folder = await run({});
      expect(folder.code).toBe(1);
      expect(folder.stderr).toContain(String(process.pid));
      const other = await mkdtemp(path.join(tmpdir(), 'daihon-start-'));
      const port = await run({ DATA_DIR: other, PORT: new URL(app.url).port, DEMO: 'off' });
      expect(port.code).toBe(1);
      expect(port.stderr).toContain('EADDRINUSE');
      await rm(other, { recursive: true, force: true });
    } finally {
      await app.close();
    }
  });

  it('keeps its secrets in files for the owner only, and opens the store with the same key again', async () => {
    const first = await startApp({ DATA_DIR: dataDir });
    await first.close();
    for (const name of ['master.key', 'session.secret']) {
      expect((await stat(path.join(dataDir, name))).mode & 0o777, name).toBe(0o600);
    }
    const again = await startApp({ DATA_DIR: dataDir });
    expect(again.told).toEqual([]);
    const admin = await signIn(again.url, 'admin@sakura.example');
    expect((await admin.get('/api/logs/releases')).status).toBe(200);
    await again.close();
    const other = await run({ MASTER_KEY: Buffer.alloc(32, 1).toString('base64') });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('master key');
  });

  it('without a demo prints a link that sets up the first organisation once', async () => {
    const app = await startApp({ DEMO: 'off' });
    try {
      const token = /\/setup#(\S+)/u.exec(app.told.join('\n'))?.[1] ?? '';
      const ask = {
        token,
        slug: 'first',
        organisation: '最初の会社',
        loginId: 'boss@first.example',
        name: '社長',
        password: 'a password of many words',
      };
      expect(await post(app.url, { ...ask, token: 'wrong' })).toBe(404);
      expect(await post(app.url, { ...ask, password: 'short' })).toBe(400);
      expect(await post(app.url, ask)).toBe(201);
      expect(await post(app.url, { ...ask, slug: 'second', loginId: 'b@first.example' })).toBe(404);
      const boss = await signIn(app.url, 'boss@first.example', ask.password);
      expect((await boss.get<{ items: unknown[] }>('/api/accounts')).body.items).toHaveLength(1);
    } finally {
      await app.dispose();
    }
  });
});

describe('a stop', () => {
  it('is prompt with connections open that have no request under way', async () => {
    const server = await startServer({ dataDir });
    const { hostname, port } = new URL(server.url);
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      request({ hostname, port, path: '/healthz', agent }, (response) => {
        response.resume().once('end', () => resolve());
      })
        .once('error', reject)
        .end();
    });
    const silent = connect(Number(port), hostname).on('error', () => undefined);
    await once(silent, 'connect');
    const begin = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - begin).toBeLessThan(promisedMs(1_500));
    agent.destroy();
    silent.destroy();
  });

  it('answers the request that is under way', async () => {
    const server = await startServer({ dataDir });
    const admin = await signIn(server.url, 'admin@sakura.example');
    const answers = Array.from({ length: 5 }, () => admin.get('/api/scripts'));
    await Promise.race(answers);
    const stopped = server.stop();
    expect((await Promise.allSettled(answers)).every(isAnswered)).toBe(true);
    expect(await stopped).toBe(0);
  });

  it('before it listens ends with status 0 and leaves the folder to the next start', async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: repositoryRoot,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', DEMO: 'fixed' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    await until('the store is being opened', () => existsSync(path.join(dataDir, 'master.key')));
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    const next = await startServer({ dataDir });
    expect(await next.stop()).toBe(0);
  });
});

function isAnswered(result: PromiseSettledResult<{ status: number }>): boolean {
  return result.status === 'fulfilled' && result.value.status === 200;
}

async function post(url: string, body: unknown): Promise<number> {
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  return response.status;
}

/** Runs the built server, which is expected to end by itself. */
function run(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/dist/main.js'], {
      cwd: repositoryRoot,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('close', (code) => resolve({ code, stderr }));
  });
}
