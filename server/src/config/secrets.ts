import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from '../platform/clock.ts';
import type { Config } from './env.ts';
import { ConfigError } from './env.ts';

export interface Secrets {
  masterKey: Buffer;
  sessionSecrets: readonly string[];
}

/** The two secrets of the installation: from the environment, else from files in `dataDir` that are made at the first start. */
export async function loadSecrets(config: Config): Promise<Secrets> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  return {
    masterKey: config.masterKey ?? (await masterKeyFromFile(config)),
    sessionSecrets: config.sessionSecrets ?? [
      await readOrMake(join(config.dataDir, 'session.secret'), () => randomBytes(32).toString('base64url')),
    ],
  };
}

async function masterKeyFromFile(config: Config): Promise<Buffer> {
  const text =
    config.masterKeyFile === null
      ? await readOrMake(join(config.dataDir, 'master.key'), () => randomBytes(32).toString('base64'))
      : await readGiven(config.masterKeyFile);
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new ConfigError(['the master key file must hold 32 bytes in base64']);
  return key;
}

async function readGiven(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw new ConfigError(['MASTER_KEY_FILE must name a readable file']);
  }
}

/** Made with O_EXCL and synced before use: of two processes that start at once, one makes it and both use it. */
async function readOrMake(path: string, make: () => string): Promise<string> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${make()}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await chmod(path, 0o600);
  }
  return (await readFile(path, 'utf8')).trim();
}
