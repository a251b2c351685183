import type { FactBus } from '../usecases/context.ts';
import { createFactBus } from '../usecases/factBus.ts';
import type { PushAdapter } from './pushAdapter.ts';
import { createPushAdapter } from './pushAdapter.ts';
import { createRedisFactBus } from './redisFactBus.ts';

export interface ProcessLinks {
  facts: FactBus;
  adapter?: PushAdapter['adapter'];
  close(): Promise<void>;
}

/** With a Redis the processes hear each other's facts and pushes; without (null), this one is alone. */
export async function linkProcesses(redisUrl: string | null): Promise<ProcessLinks> {
  if (redisUrl === null) return { facts: createFactBus(), close: () => Promise.resolve() };
  const facts = await createRedisFactBus(redisUrl);
  const pushes = await createPushAdapter(redisUrl);
  return {
    facts,
    adapter: pushes.adapter,
    close: async () => {
      await pushes.close();
      await facts.close();
    },
  };
}
