import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));
export const demoPassword = 'daihon-demo-2026!';

export interface ServerOptions {
  /** An existing data directory, for a restart on the same data; otherwise a fresh temporary one. */
  dataDir?: string;
  env?: Record<string, string>;
}

export interface RunningServer {
  url: string;
  dataDir: string;
  pid: number;
  /** Everything printed so far. */
  output(): string;
  /** SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Stops (when it still runs) and removes the data directory. */
  dispose(): Promise<void>;
}

/** Starts the built application as a process of its own with the demo organisation and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'daihon-test-')));
  const child = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'fixed',
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = collectOutput(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await listeningUrl(printed, exited);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return exited;
  };
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output: () => printed.text,
    stop,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    dispose: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Printed {
  text: string;
  onText: Set<() => void>;
}

function collectOutput(child: ChildProcess): Printed {
  const printed: Printed = { text: '', onText: new Set() };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      printed.text += chunk;
      for (const listener of printed.onText) listener();
    });
  }
  return printed;
}

async function listeningUrl(printed: Printed, exited: Promise<number | null>): Promise<string> {
  const listening = new Promise<string>((resolve) => {
    const look = () => {
      const url = /^listening on (http:\/\/\S+)$/mu.exec(printed.text)?.[1];
      if (url === undefined) return;
      printed.onText.delete(look);
      resolve(url);
    };
    printed.onText.add(look);
    look();
  });
  const ended = exited.then((code): never => {
    throw new Error(`the server ended with ${code} before it listened:\n${printed.text}`);
  });
  const url = await Promise.race([listening, ended]);
  // Later exits are expected (stop, kill): only the race above cares.
  ended.catch(() => undefined);
  return url;
}
