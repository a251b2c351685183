import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface SocketAddress {
  readonly path: string;
  /** Removes what was made for it. */
  readonly remove: () => void;
}

/** What the system allows for the path of a unix socket (108 bytes on Linux, 104 on macOS), with the closing zero. */
const longestPath = 103;

/** A private place to listen: a socket in the data folder, or in a short folder of its own when that path is too long. */
export function socketAddress(dataDir: string): SocketAddress {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 24);
    // Drivers know a socket by its ending.
    return { path: `\\\\.\\pipe\\daihon-${name}.sock`, remove: () => undefined };
  }
  const inFolder = join(resolve(dataDir), 'store.sock');
  if (Buffer.byteLength(inFolder) <= longestPath)
    return unixSocket(inFolder, () => rmSync(inFolder, { force: true }));
  const folder = mkdtempSync(join(tmpdir(), 'daihon-'));
  chmodSync(folder, 0o700);
  return unixSocket(join(folder, 'store.sock'), () =>
    rmSync(dirname(join(folder, 'store.sock')), { recursive: true, force: true }),
  );
}

function unixSocket(path: string, remove: () => void): SocketAddress {
  rmSync(path, { force: true }); // left behind by a process that was killed; the lock says that it is gone
  return { path, remove };
}

export function uriOf(host: string): string {
  return `mongodb://${host}/daihon?directConnection=true`;
}
