import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '@daihon/shared/errors';
import { logger } from '../platform/logger.ts';
import type { Job, ReadJob, ReadReply, Reply, WriteJob } from './protocol.ts';

/** How long a file may take, and what memory: a hostile one ends its thread, nothing else. */
const longestMs = 20_000;
const memoryMb = 384;
const idleMs = 60_000;
/** At once; others wait their turn. */
const most = 2;
const mostWaiting = 20;

/** Understands a file in a thread of its own. A file that takes too long or too much is said to be too large. */
export async function readFileApart(job: ReadJob): Promise<ReadReply> {
  const reply = await inTurn(() => run(job));
  if (reply?.ok === true && 'read' in reply) return reply.read;
  if (reply?.ok === false) logger.error({ err: reply.message }, 'a file could not be read');
  const problem = { code: 'too_large', severity: 'error', line: null, column: null, values: {} } as const;
  return { script: null, problems: [problem], examplesLeftOut: false, format: null, encoding: null };
}

/** Writes a script as a file in a thread of its own. Throws `unavailable` when that fails. */
export async function writeFileApart(job: WriteJob): Promise<Buffer> {
  const reply = await inTurn(() => run(job));
  if (reply?.ok === true && 'bytes' in reply) return Buffer.from(reply.bytes);
  throw new AppError('unavailable', 'The file could not be written', {
    cause: reply?.ok === false ? reply.message : 'the thread ended',
  });
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) {
    if (waiting.length >= mostWaiting) throw new AppError('unavailable', 'Too many files at once');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

interface Thread {
  worker: Worker;
  /** Of the job under way; null: idle. */
  settle: ((reply: Reply | null) => void) | null;
  idleTimer: NodeJS.Timeout | null;
}

/** Threads that have done well wait a while for the next file; they do not keep the process alive. */
const idle: Thread[] = [];

/** Null: the thread ended before it was done. */
function run(job: Job): Promise<Reply | null> {
  const thread = idle.pop() ?? startThread();
  if (thread.idleTimer !== null) clearTimeout(thread.idleTimer);
  return new Promise((resolve) => {
    const timer = setTimeout(() => void thread.worker.terminate(), longestMs);
    thread.settle = (reply) => {
      thread.settle = null;
      clearTimeout(timer);
      if (reply !== null) keep(thread);
      resolve(reply);
    };
    thread.worker.postMessage(job);
  });
}

function startThread(): Thread {
  const thread: Thread = { worker: newWorker(), settle: null, idleTimer: null };
  thread.worker.on('message', (reply: Reply) => thread.settle?.(reply));
  thread.worker.on('error', (error) => {
    if (!memoryRanOut(error)) logger.error({ err: error }, 'the thread for files failed');
  });
  thread.worker.on('exit', () => {
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    thread.settle?.(null);
  });
  thread.worker.unref();
  return thread;
}

function keep(thread: Thread): void {
  idle.push(thread);
  thread.idleTimer = setTimeout(() => void thread.worker.terminate(), idleMs).unref();
}

function memoryRanOut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** The built worker beside the built server, otherwise the source, for which tsx is there in development. */
function newWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  const built = new URL('./files-worker.js', import.meta.url);
  if (existsSync(fileURLToPath(built))) return new Worker(built, options);
  const source = new URL('./worker.ts', import.meta.url).href;
  const tsxPackage = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const tsx = new URL('./dist/esm/api/index.mjs', tsxPackage).href;
  const boot = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(boot, { ...options, eval: true, execArgv: [] });
}
