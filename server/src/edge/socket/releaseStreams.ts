import type { FeedItem } from '@daihon/shared/wire/events';
import { logger } from '../../platform/logger.ts';
import { feedAfter } from '../../usecases/releases/readFeed.ts';

/** Sends each tenant's releases and withdrawals to this process's sockets in the order of `seq`, none left out and none twice. */
export interface ReleaseStreams {
  /** One more socket of the tenant. */
  follow(tenantId: string): void;
  /** One socket less. */
  leave(tenantId: string): void;
  /** One has happened, here or in another process. */
  tell(tenantId: string, item: FeedItem): void;
  /** Looks for those that nobody told of (Redis was down). */
  poll(): void;
}

interface Stream {
  followers: number;
  /** Everything up to here was sent; null until the store has told where the tenant stands. */
  last: number | null;
  busy: boolean;
  /** Those told of while busy, by number: they may carry the script, which the feed does not. */
  told: Map<number, FeedItem>;
}

type Send = (tenantId: string, item: FeedItem) => void;

export function createReleaseStreams(send: Send): ReleaseStreams {
  const streams = new Map<string, Stream>();
  return {
    follow(tenantId) {
      const known = streams.get(tenantId);
      if (known !== undefined) {
        known.followers += 1;
        return;
      }
      const stream: Stream = { followers: 1, last: null, busy: false, told: new Map() };
      streams.set(tenantId, stream);
      void catchUp(tenantId, stream, send);
    },
    leave(tenantId) {
      const stream = streams.get(tenantId);
      if (stream === undefined) return;
      stream.followers -= 1;
      if (stream.followers <= 0) streams.delete(tenantId);
    },
    tell(tenantId, item) {
      const stream = streams.get(tenantId);
      if (stream === undefined) return;
      if (!stream.busy && stream.last !== null && item.seq === stream.last + 1) {
        stream.last = item.seq;
        send(tenantId, item);
        sendTold(tenantId, stream, send);
        return;
      }
      if (stream.last !== null && item.seq <= stream.last) return;
      stream.told.set(item.seq, item);
      if (!stream.busy) void catchUp(tenantId, stream, send);
    },
    poll() {
      for (const [tenantId, stream] of streams) {
        if (!stream.busy) void catchUp(tenantId, stream, send);
      }
    },
  };
}

/** Sends what it was told of and what the store has in between, until nothing is left or the store has no more to give. */
async function catchUp(tenantId: string, stream: Stream, send: Send): Promise<void> {
  stream.busy = true;
  try {
    let before: number | null;
    do {
      before = stream.last;
      // Where a new stream begins: earlier ones are what `resume` is for, and each socket asks for it after it has joined.
      const feed = await feedAfter(tenantId, before ?? Number.MAX_SAFE_INTEGER);
      if (before === null) stream.last = firstLast(feed.seq, stream.told);
      else sendAll(tenantId, stream, feed.items, send);
      sendTold(tenantId, stream, send);
    } while (stream.told.size > 0 && stream.last !== before);
  } catch (error) {
    // The next release or poll tries again from the same number; a client sees the gap and resumes as well.
    logger.error({ err: error, tenantId }, 'releases could not be read for the push');
  } finally {
    stream.busy = false;
  }
}

/** A release told of while the start was being looked up may have been counted in it already: it is still to be sent. */
function firstLast(newest: number, told: ReadonlyMap<number, FeedItem>): number {
  return Math.min(newest, ...[...told.keys()].map((seq) => seq - 1));
}

function sendAll(tenantId: string, stream: Stream, items: readonly FeedItem[], send: Send): void {
  for (const item of items) {
    stream.last = item.seq;
    send(tenantId, stream.told.get(item.seq) ?? item);
  }
}

function sendTold(tenantId: string, stream: Stream, send: Send): void {
  for (const [seq, item] of [...stream.told].sort(([a], [b]) => a - b)) {
    const last = stream.last ?? 0;
    if (seq === last + 1) {
      stream.last = seq;
      send(tenantId, item);
    }
    if (seq <= last + 1) stream.told.delete(seq);
  }
}
