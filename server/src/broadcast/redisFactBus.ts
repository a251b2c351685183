import { createClient } from 'redis';
import { z } from 'zod';
import { ReleaseEvent, ReminderEvent, ScriptNewsKind, WithdrawnEvent } from '@daihon/shared/wire/events';
import { randomId } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import type { FactBus } from '../usecases/context.ts';
import { closeRedis } from './closeRedis.ts';
import { createFactBus } from '../usecases/factBus.ts';

const CHANNEL = 'daihon:facts';

const tenantId = z.string();
const FactMessage = z.object({
  from: z.string(),
  fact: z.discriminatedUnion('type', [
    z.object({ type: z.literal('released'), tenantId, event: ReleaseEvent }),
    z.object({ type: z.literal('withdrawn'), tenantId, event: WithdrawnEvent }),
    z.object({
      type: z.literal('access-changed'),
      tenantId,
      accountId: z.string().nullable(),
      sessionId: z.string().exactOptional(),
      reason: z.enum(['suspended', 'role', 'signed-out', 'password', 'expired', 'address']),
      addressRules: z.array(z.string()).exactOptional(),
    }),
    z.object({ type: z.literal('script-listed'), tenantId, scriptId: z.string() }),
    z.object({
      type: z.literal('script-news'),
      tenantId,
      scriptId: z.string(),
      kind: ScriptNewsKind,
      by: z.object({ id: z.string(), name: z.string() }).optional(),
      count: z.number().int().optional(),
      importId: z.string().optional(),
    }),
    z.object({
      type: z.literal('mentioned'),
      tenantId,
      accountId: z.string(),
      unread: z.number().int().nonnegative(),
    }),
    z.object({ type: z.literal('receipts'), tenantId, seqs: z.array(z.number().int()) }),
    z.object({
      type: z.literal('reminded'),
      tenantId,
      accountIds: z.array(z.string()),
      event: ReminderEvent,
    }),
  ]),
});

export interface SharedFactBus extends FactBus {
  close(): Promise<void>;
}

/**
 * Facts of this process at once, those of the others over Redis. Pub/sub may lose one while Redis is away, so nobody relies on it
 * alone: releases are polled and caught up by `seq`, access changes are polled.
 */
export async function createRedisFactBus(url: string): Promise<SharedFactBus> {
  const local = createFactBus();
  const self = randomId();
  // Without a queue: what cannot be told now is found by the polls, and told late it would only be old.
  const publisher = createClient({ url, disableOfflineQueue: true });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => logger.warn({ err: error }, 'Redis is not there'));
    await client.connect();
  }
  await subscriber.subscribe(CHANNEL, (text) => {
    const message = FactMessage.safeParse(parseJson(text));
    if (!message.success)
      logger.error({ err: message.error }, 'a fact from another process is not understood');
    else if (message.data.from !== self) local.emit(message.data.fact);
  });
  return {
    emit(fact) {
      local.emit(fact);
      publisher
        .publish(CHANNEL, JSON.stringify({ from: self, fact }))
        .catch((error: unknown) => logger.error({ err: error }, 'a fact did not reach the other processes'));
    },
    on: (listener) => local.on(listener),
    async close() {
      await closeRedis(subscriber);
      await closeRedis(publisher);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
