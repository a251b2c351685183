import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Log } from './engine/engine.ts';
import type { FromWorker, StartMessage, ToWorker } from './protocol.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** A loopback port instead of the private socket. */
  readonly listen?: { host: string; port: number };
  /** Accepts `configureFailPoint`; for the drivers' own test files only. */
  readonly testCommands?: boolean;
}

export interface Embedded {
  readonly uri: string;
  /** Writes everything out, closes the files and gives the folder free. */
  close(): Promise<void>;
}

/**
 * Starts the embedded store in a thread of its own and resolves when drivers can connect to `uri`.
 * Rejects when another process has the folder: the message names its pid and the folder.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const start: StartMessage = {
    dataDir: options.dataDir,
    ...(options.listen && { listen: options.listen }),
    ...(options.testCommands && { testCommands: true }),
  };
  const worker = newWorker(start);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let closing = false;
    worker.once('exit', () => reject(new Error('The embedded store ended before it listened.')));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'log') options.log(message.level, message.message, message.detail);
      else if (message.kind === 'failed') reject(new Error(message.message));
      else if (message.kind === 'listening') resolve({ uri: message.uri, close });
    });
    worker.on('error', (error) => {
      options.log('error', 'The embedded store has stopped.', { error: String(error) });
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    const close = async (): Promise<void> => {
      if (!closing) worker.postMessage({ kind: 'close' } satisfies ToWorker);
      closing = true;
      await ended;
    };
  });
}

/** The built worker beside the built server, otherwise the source, for which tsx is there in development. */
function newWorker(start: StartMessage): Worker {
  const built = new URL('./embedded-worker.js', import.meta.url);
  if (existsSync(fileURLToPath(built))) return new Worker(built, { workerData: start });
  const source = new URL('./worker.ts', import.meta.url).href;
  const tsxPackage = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const tsx = new URL('./dist/esm/api/index.mjs', tsxPackage).href;
  const boot = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(boot, { eval: true, workerData: start, execArgv: [] });
}
