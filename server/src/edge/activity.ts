import { now } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import { markSeen } from '../store/sessions.ts';

const FLUSH_MS = 30_000;

/** Newest activity per session in milliseconds since 1970: kept in memory, written now and then. */
const seen = new Map<string, number>();
const unwritten = new Set<string>();

export function touchSession(ref: string): void {
  seen.set(ref, now().getTime());
  unwritten.add(ref);
}

/** The newer of what is stored and what this process has seen. */
export function seenAt(ref: string, storedMs: number): number {
  return Math.max(storedMs, seen.get(ref) ?? 0);
}

export function forgetSession(ref: string): void {
  seen.delete(ref);
  unwritten.delete(ref);
}

/** Returns the way to stop; stopping writes what is left. */
export function startActivityWriter(): () => Promise<void> {
  const timer = setInterval(() => void write(), FLUSH_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await write();
  };
}

async function write(): Promise<void> {
  const refs = [...unwritten];
  unwritten.clear();
  try {
    for (const ref of refs) await markSeen(ref, seen.get(ref) ?? 0);
  } catch (error) {
    for (const ref of refs) unwritten.add(ref);
    logger.warn({ err: error }, 'session activity could not be written');
  }
  prune();
}

/** A day without activity: whatever the policy, that session is over. */
function prune(): void {
  const dayAgo = now().getTime() - 24 * 3_600_000;
  for (const [ref, atMs] of seen) if (atMs < dayAgo) forgetSession(ref);
}
