import { parentPort } from 'node:worker_threads';
import type { Job, Reply } from './protocol.ts';
import { readFile } from './readFile.ts';
import { writeFile } from './writeFile.ts';

/** One job at a time in a thread of its own: what a file does to its reader stays here. */
function main(port: NonNullable<typeof parentPort>): void {
  port.on('message', (job: Job) => {
    work(job).then(
      (reply) => port.postMessage(reply),
      (error: unknown) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        port.postMessage({ ok: false, message } satisfies Reply);
      },
    );
  });
}

async function work(job: Job): Promise<Reply> {
  return job.kind === 'read'
    ? { ok: true, read: await readFile(job) }
    : { ok: true, bytes: await writeFile(job) };
}

if (parentPort) main(parentPort);
