import { fileURLToPath } from 'node:url';
import { start } from './compose.ts';
import { ConfigError, readConfig } from './config/env.ts';
import { logger } from './platform/logger.ts';

/** The same place from the sources (server/src) and from the bundle (server/dist). */
const clientDir = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** Starts by the environment, prints where it listens, and stops cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const app = await start(readConfig(), {
    clientDir,
    tell: (text) => void process.stdout.write(`${text}\n`),
  });
  process.stdout.write(`listening on ${app.url}\n`);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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
