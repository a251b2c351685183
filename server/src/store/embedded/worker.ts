import { parentPort, workerData } from 'node:worker_threads';
import { openInstance } from './instance.ts';
import type { Instance } from './instance.ts';
import type { FromWorker, StartMessage } from './protocol.ts';

/** The thread of the store: a scan of it keeps nobody else from working. */
function main(port: NonNullable<typeof parentPort>, start: StartMessage): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  let instance: Instance | undefined;
  const stop = async (): Promise<void> => {
    await instance?.close();
    send({ kind: 'closed' });
    port.close();
  };
  // There is one thing it can be told: to close.
  port.once('message', () => {
    stop().catch((error: unknown) => {
      send({ kind: 'failed', message: String(error) });
      process.exit(1); // of this thread: what did not close would keep it
    });
  });
  openInstance({
    ...start,
    log: (level, message, detail) => send({ kind: 'log', level, message, detail }),
  }).then(
    (opened) => {
      instance = opened;
      send({ kind: 'listening', uri: opened.uri });
    },
    (error: unknown) => {
      send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      port.close();
    },
  );
}

if (parentPort) main(parentPort, workerData as StartMessage);
