import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningApp } from '../../server/src/compose.ts';
import { start } from '../../server/src/compose.ts';
import { readConfig } from '../../server/src/config/env.ts';

export interface TestApp extends RunningApp {
  /** What was told to the operator. */
  told: string[];
  dispose(): Promise<void>;
}

/** The whole application in this process, on a store and a port of its own, with the demo organisation of fixed passwords. */
export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-core-'));
  const told: string[] = [];
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', DEMO: 'fixed', LOG_LEVEL: 'warn', ...env });
  const app = await start(config, { tell: (text) => told.push(text) });
  return {
    ...app,
    told,
    dispose: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
