import type { Feed, FeedItem } from '@daihon/shared/wire/events';

/**
 * The order of the tenant's numbered facts as one page sees them. Live events may come late, twice, or with a gap
 * (a socket was away); whatever comes, `deliver` is strictly rising and each number is in it at most once.
 */
export interface FeedOrder {
  /** Everything up to here was delivered. */
  last: number;
  /** Came before its turn: waits for the ones in between. */
  early: readonly FeedItem[];
}

export interface Delivery {
  order: FeedOrder;
  deliver: readonly FeedItem[];
  /** A number is missing: ask `resume {since: order.last}`. */
  gap: boolean;
}

export function startOrder(last: number): FeedOrder {
  return { last, early: [] };
}

/** A live event. */
export function receive(order: FeedOrder, item: FeedItem): Delivery {
  if (item.seq <= order.last) return { order, deliver: [], gap: false };
  return settle(order.last, [...order.early, item], []);
}

/**
 * The answer to `resume {since}`. The server's list is complete, so numbers that it leaves out do not exist. A newest
 * number below `since` means that the server was restored to an earlier state: counting starts again from there.
 */
export function resumed(order: FeedOrder, since: number, feed: Feed): Delivery {
  if (feed.seq < since) return settle(feed.seq, [], []);
  const fresh = feed.items.filter((item) => item.seq > order.last).toSorted((a, b) => a.seq - b.seq);
  const reached = fresh.at(-1)?.seq ?? order.last;
  const delivery = settle(reached, order.early, fresh);
  // A long absence may come in several pages: while there is progress and more to come, ask again.
  const more = fresh.length > 0 && delivery.order.last < feed.seq;
  return { ...delivery, gap: delivery.gap || more };
}

function settle(last: number, early: readonly FeedItem[], delivered: readonly FeedItem[]): Delivery {
  const deliver = [...delivered];
  const waiting: FeedItem[] = [];
  for (const item of early.toSorted((a, b) => a.seq - b.seq)) {
    if (item.seq === last + 1) {
      deliver.push(item);
      last = item.seq;
    } else if (item.seq > last && waiting.at(-1)?.seq !== item.seq) {
      waiting.push(item);
    }
  }
  return { order: { last, early: waiting }, deliver, gap: waiting.length > 0 };
}
