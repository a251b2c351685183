import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { logger } from '../platform/logger.ts';
import { closeRedis } from './closeRedis.ts';

export interface PushAdapter {
  /** For socket.io's `adapter` option. */
  adapter: ReturnType<typeof createAdapter>;
  close(): Promise<void>;
}

/** Joins the socket.io servers of several processes: pointers cross by it; releases cross as facts and go out in each process. */
export async function createPushAdapter(url: string): Promise<PushAdapter> {
  // Pointers that wait for a Redis that is away are worth nothing later: a short queue, then they fail.
  const client = createClient({ url, commandsQueueMaxLength: 1_000 });
  client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis is not there'));
  await client.connect();
  return {
    adapter: createAdapter(client, { streamName: 'daihon:push', maxLen: 10_000 }),
    close: () => closeRedis(client),
  };
}
