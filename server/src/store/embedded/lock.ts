import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Holder {
  readonly pid: number;
  /** When the process began, where the system tells: a number that was given again is not the same process. */
  readonly start: string;
}

const held = new Set<string>();

/**
 * Takes the data folder for this process, or throws an error that names the process that has it. Only a file system
 * operation that succeeds for exactly one decides: a link to a complete file. A lock whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(resolve(folder), 'store.lock');
  if (held.has(path)) throw inUse(process.pid, folder);
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }), { mode: 0o600 });
  try {
    for (let tries = 0; !tryLink(own, path); tries++) {
      const holder = readHolder(path);
      if (holder && (isRunning(holder) || tries > 10)) throw inUse(holder.pid, folder);
      setAside(path, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function inUse(pid: number, folder: string): Error {
  return new Error(
    `The data folder ${resolve(folder)} is in use by process ${pid}. Stop that process, or set DATA_DIR to another folder.`,
  );
}

function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away. If somebody renewed it in between, it is put back. */
function setAside(path: string, dead: Holder | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== dead?.pid || moved.start !== dead.start)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const pid = 'pid' in value && typeof value.pid === 'number' ? value.pid : undefined;
    const start = 'start' in value && typeof value.start === 'string' ? value.start : '';
    return pid === undefined ? undefined : { pid, start };
  } catch {
    return undefined; // gone in the meantime, or not a lock of ours
  }
}

function isRunning({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  // In a container the number is often the same after a restart; the time of the start is not.
  const now = startOf(pid);
  return start === '' || now === '' || start === now;
}

function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
