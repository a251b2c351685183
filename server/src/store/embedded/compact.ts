import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { lockFolder } from './lock.ts';

/** Writes the file anew without its free pages. Refuses while another process has the folder open. */
export async function compactFolder(dataDir: string): Promise<void> {
  const unlock = lockFolder(dataDir);
  const store = join(dataDir, 'store');
  const copy = join(dataDir, 'store.compact');
  try {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { mode: 0o700 });
    await writeCopy(store, copy);
    flush(join(copy, 'data.mdb'));
    // One rename of the data file: before it the old file counts, after it the new one.
    renameSync(join(copy, 'data.mdb'), join(store, 'data.mdb'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
    unlock();
  }
}

async function writeCopy(store: string, copy: string): Promise<void> {
  const db = open({ path: store, keyEncoding: 'binary', encoding: 'binary', overlappingSync: false });
  try {
    await db.backup(copy, true);
  } finally {
    await db.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
