import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { start } from '../../server/src/compose.ts';
import { readConfig } from '../../server/src/config/env.ts';

export interface App {
  url: string;
  /** Stops and starts again on the same data; the address changes. */
  restart(): Promise<void>;
  /** Stops and removes the data. */
  dispose(): Promise<void>;
}

/** The whole server in this process, with the demo organisation on a store of its own. */
export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-app-'));
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'fixed',
    LOG_LEVEL: 'warn',
    ...env,
  });
  let running = await start(config);
  const app: App = {
    url: running.url,
    async restart() {
      await running.close();
      running = await start(config);
      app.url = running.url;
    },
    async dispose() {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return app;
}
