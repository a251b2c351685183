import { fileURLToPath } from 'node:url';
import { start } from './compose.ts';
import { ConfigError, readConfig } from './config/env.ts';
import { logger } from './platform/logger.ts';

/** The same place from the sources (server/src) and from the bundle (server/dist). */
const clientDir = fileURLToPath(new URL('../../client/dist', import.meta.url));

/**
 * Starts by the environment, prints where it listens, and stops cleanly on SIGTERM or SIGINT: with status 0 also when the signal comes
 * before it listens; what is open by then is closed.
 */
async function main(): Promise<void> {
  const stopping = new AbortController();
  const signalled = new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT']) {
      process.on(name, () => {
        if (!stopping.signal.aborted) logger.info({ signal: name }, 'stopping');
        stopping.abort();
        resolve();
      });
    }
  });
  const app = await start(readConfig(), {
    clientDir,
    tell: (text) => void process.stdout.write(`${text}\n`),
    signal: stopping.signal,
  }).catch((error: unknown) => {
    if (error === stopping.signal.reason) process.exit(0);
    throw error;
  });
  process.stdout.write(`listening on ${app.url}\n`);
  await signalled;
  await app.close().catch((error: unknown) => {
    logger.fatal({ err: error }, 'did not stop cleanly');
    process.exit(1);
  });
  process.exit(0);
}

process.on('unhandledRejection', (error) => {
  logger.error({ err: error }, 'a promise failed that nobody awaited');
});

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof ConfigError ? `${message}\n` : `Could not start: ${message}\n`);
  if (!(error instanceof ConfigError)) logger.fatal({ err: error }, 'could not start');
  process.exit(1);
});
