import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { repositoryRoot, startServer } from '../support/server.ts';

/** A server under measurement, in a process of its own. */
export interface Contestant {
  name: string;
  url: string;
  pid: number;
  /** Where draft rooms are, and how a frame is dressed for this protocol. */
  roomUrl(room: number): string;
  headers: Record<string, string>;
  dialect: 'y-websocket' | 'hocuspocus';
  client: Client | null;
  stop(): Promise<void>;
}

/** Limits are lifted: a benchmark's many sockets come from one address and one session. */
export const openLimits = {
  socketsPerSession: 100_000,
  socketsPerAccount: 100_000,
  socketsPerAddress: 100_000,
  socketsPerRoom: 100_000,
  collabFramesPerSecond: 10_000,
  collabFramesBurst: 10_000,
};

/** Ours, built, on the embedded store, with `rooms` scripts made ready. */
export async function startDaihon(rooms: number, person = 'sv1@sakura.example'): Promise<Contestant> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daihon-bench-'));
  const limitsFile = path.join(folder, 'limits.json');
  await writeFile(limitsFile, JSON.stringify(openLimits));
  const server = await startServer({ env: { LIMITS_FILE: limitsFile, NODE_ENV: 'production' } });
  const supervisor = await signIn(server.url, 'sv1@sakura.example');
  const scripts: string[] = [];
  for (let n = 0; n < rooms; n += 1) {
    const made = await supervisor.post<{ id: string }>('/api/scripts', { title: `Bench ${n}` });
    scripts.push(made.body.id);
  }
  const client = person === 'sv1@sakura.example' ? supervisor : await signIn(server.url, person);
  return {
    name: 'Daihon',
    url: server.url,
    pid: server.pid,
    roomUrl: (room) => `${server.url.replace('http', 'ws')}/collab/${scripts[room] ?? ''}`,
    headers: { cookie: client.cookie, origin: server.url },
    dialect: 'y-websocket',
    client: supervisor,
    stop: async () => {
      await server.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A peer from test/bench/peers. */
export async function startPeer(
  name: string,
  file: string,
  dialect: Contestant['dialect'] = 'y-websocket',
): Promise<Contestant> {
  const script = fileURLToPath(new URL(`./peers/${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /listening on (\S+)/u.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${name} did not start`)));
  });
  return {
    name,
    url,
    pid: child.pid ?? 0,
    roomUrl: (room) => `${url.replace('http', 'ws')}/room-${room}`,
    headers: {},
    dialect,
    client: null,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
}
