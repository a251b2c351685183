import { resolve } from 'node:path';
import { compactFolder } from './compact.ts';
import { startEmbedded } from './start.ts';

/**
 * `npm run store`: the embedded store as a process of its own, for several application processes.
 * Listens on the private socket in DATA_DIR, or on loopback when STORE_PORT is set (0: any free port).
 * With --compact it rewrites the data file without its free pages and ends.
 */
async function main(): Promise<void> {
  const { DATA_DIR: dataDir = './data', STORE_PORT: port } = process.env;
  if (process.argv.includes('--compact')) {
    await compactFolder(resolve(dataDir));
    return;
  }
  const listen = port === undefined || port === '' ? undefined : { host: '127.0.0.1', port: portOf(port) };
  const store = await startEmbedded({
    dataDir: resolve(dataDir),
    log: (level, message, detail) => print(process.stderr, JSON.stringify({ level, message, ...detail })),
    onFailure: () => process.exit(1),
    ...(listen && { listen }),
  });
  print(process.stdout, `store listening on ${store.uri}`);
  const stop = (): void => {
    store.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`STORE_PORT must be a port number, not ${text}.`);
  return port;
}

function print(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}

function fail(error: unknown): void {
  print(process.stderr, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
