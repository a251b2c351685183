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
  /** Told when the thread ends without having been asked to. From then on nothing can be read or written. */
  readonly onFailure?: (error: Error) => void;
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
  return new Promise((resolve, reject) => {
    let state: 'starting' | 'open' | 'closing' = 'starting';
    let failure: Error | undefined;
    const ended = new Promise<void>((resolveEnded, rejectEnded) => {
      worker.once('exit', () => {
        if (state === 'closing' && !failure) resolveEnded();
        else {
          const error = failure ?? new Error('The thread of the embedded store has ended.');
          if (state === 'open')
            options.log('error', 'The embedded store has failed.', { error: error.stack });
          if (state === 'open') options.onFailure?.(error);
          reject(error);
          rejectEnded(error);
        }
      });
    });
    ended.catch(() => undefined); // told by `onFailure` or by whoever closes
    worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'log') options.log(message.level, message.message, message.detail);
      else if (message.kind === 'failed') failure = new Error(message.message);
      else if (message.kind === 'listening') {
        state = 'open';
        resolve({ uri: message.uri, close });
      }
    });
    const close = (): Promise<void> => {
      if (state === 'open') worker.postMessage({ kind: 'close' } satisfies ToWorker);
      state = 'closing';
      return ended;
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
