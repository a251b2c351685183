import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/env.ts';
import { loadSecrets } from '../config/secrets.ts';
import { masterKeyProvider } from '../platform/keys.ts';
import { connectStore } from '../store/connect.ts';
import { useKeyProvider } from '../store/sealed.ts';

/** Opens the installation's store for `work` and closes it after it. Throws when there is none, or when the application has it open. */
export async function withStore<T>(config: Config, work: () => Promise<T>): Promise<T> {
  // Opening would make a fresh store with a key of its own, and all would be well with it.
  if (config.mongodbUri === null && !existsSync(join(config.dataDir, 'store'))) {
    throw new Error(`There is no store in ${config.dataDir}`);
  }
  const secrets = await loadSecrets(config);
  useKeyProvider(masterKeyProvider(secrets.masterKey));
  const store = await connectStore({ uri: config.mongodbUri, dataDir: config.dataDir });
  try {
    return await work();
  } finally {
    await store.close();
  }
}
