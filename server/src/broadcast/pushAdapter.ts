import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { logger } from '../platform/logger.ts';

export interface PushAdapter {
  /** For socket.io's `adapter` option. */
  adapter: ReturnType<typeof createAdapter>;
  close(): Promise<void>;
}

/** Joins the socket.io servers of several processes: pointers cross by it; releases cross as facts and go out in each process. */
export async function createPushAdapter(url: string): Promise<PushAdapter> {
  const client = createClient({ url });
  client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis is not there'));
  await client.connect();
  return {
    adapter: createAdapter(client, { streamName: 'daihon:push', maxLen: 10_000 }),
    close: () => client.close(),
  };
}
