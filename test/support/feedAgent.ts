import { io } from 'socket.io-client';
import type { Feed, FeedItem } from '@daihon/shared/wire/events';
import { receive, resumed, startOrder } from '../../client/src/wire/feedOrder.ts';
import type { Delivery } from '../../client/src/wire/feedOrder.ts';
import type { PushSocket } from './push.ts';

/** What went against "in order, none lost, none twice", in words. */
export type Fault = string;

export interface FeedAgent {
  /** Connected, and everything missed is here. */
  current(): boolean;
  /** The last number delivered. */
  last(): number;
  faults: readonly Fault[];
  /** Cuts the line and comes back after `awayMs`, as a page that lost its network. */
  reconnect(awayMs: number): void;
  close(): void;
}

export interface FeedAgentOptions {
  url: string;
  cookie: string;
  /** Where it begins: what is before is not asked for. */
  since: number;
  /** `live`: pushed; otherwise caught up. */
  onDeliver(item: FeedItem, live: boolean): void;
  reconnectionDelay?: number;
  reconnectionDelayMax?: number;
}

const answerMs = 8_000;

/** An agent's page as the feed sees it, with the page's own rules of order: catches up by number after each connection. */
export function openFeedAgent(options: FeedAgentOptions): FeedAgent {
  const faults: Fault[] = [];
  let order = startOrder(options.since);
  let delivered = options.since;
  let lastLive = 0;
  let current = false;
  let resuming = false;
  let closed = false;
  let unanswered = 0;
  const socket: PushSocket = io(options.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: options.reconnectionDelay ?? 100,
    reconnectionDelayMax: options.reconnectionDelayMax ?? 500,
    randomizationFactor: 0.7,
    extraHeaders: { cookie: options.cookie, origin: options.url },
  });

  const take = (delivery: Delivery, live: boolean) => {
    order = delivery.order;
    for (const item of delivery.deliver) {
      if (item.seq !== delivered + 1) faults.push(`${item.seq} came after ${delivered}`);
      delivered = item.seq;
      options.onDeliver(item, live);
    }
    if (delivery.gap) void resume();
  };
  const resume = async () => {
    if (resuming || closed) return;
    resuming = true;
    const since = order.last;
    try {
      const feed: Feed | { error: string } = await answered(socket, since);
      resuming = false;
      if ('error' in feed) throw new Error(feed.error);
      if (feed.seq < since) faults.push(`the server went back from ${since} to ${feed.seq}`);
      take(resumed(order, since, feed), false);
      current = true;
      unanswered = 0;
    } catch {
      resuming = false;
      if (!socket.connected) return;
      unanswered += 1;
      socket.disconnect();
      comeBack(unanswered === 1 ? 0 : Math.random() * Math.min(1_000 * 2 ** unanswered, 20_000));
    }
  };
  const live = (item: FeedItem) => {
    // On one connection the server sends each number once and in order; `resume` is something else.
    if (item.seq <= lastLive) faults.push(`${item.seq} was pushed after ${lastLive} on one connection`);
    lastLive = item.seq;
    take(receive(order, item), true);
  };
  socket.on('connect', () => {
    lastLive = 0;
    void resume();
  });
  socket.on('release', (event) => live({ ...event, kind: 'release' }));
  socket.on('withdrawn', (event) => live({ ...event, kind: 'withdrawn' }));
  socket.on('disconnect', (reason) => {
    current = false;
    // A server that stops says so itself; socket.io then leaves it to the page to come back.
    if (reason === 'io server disconnect' && !closed) comeBack(100 + Math.random() * 400);
  });
  const comeBack = (ms: number) => setTimeout(() => !closed && socket.connect(), ms);

  return {
    current: () => current && socket.connected,
    last: () => delivered,
    faults,
    reconnect(awayMs) {
      socket.disconnect();
      comeBack(awayMs);
    },
    close() {
      closed = true;
      socket.disconnect();
    },
  };
}

function answered(socket: PushSocket, since: number): Promise<Feed | { error: string }> {
  return new Promise((resolve, reject) => {
    socket.timeout(answerMs).emit('resume', { since }, (error: Error | null, feed) => {
      if (error === null) resolve(feed);
      else reject(error);
    });
  });
}
