import { setTimeout as pause } from 'node:timers/promises';

/** How many times longer a promised time may take: 1 where a file of tests has the machine to itself (every night). */
const busy = Number(process.env.BUSY ?? 1);

/** A time that users are promised, for a measured step. Said in one place, so that a machine shared with other tests gets its due. */
export function promisedMs(ms: number): number {
  return ms * busy;
}

/** Waits until `look` gives something other than undefined or false; throws after `limitMs`, which is for what never comes, not for what is slow. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await pause(20);
  }
}
