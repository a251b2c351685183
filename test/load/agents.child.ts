/** Many agents in one process of their own; told what to do by the parent (test/load/manyAgents.ts). */
import type { FeedAgent } from '../support/feedAgent.ts';
import { openFeedAgent } from '../support/feedAgent.ts';
import { randomFrom } from '../support/random.ts';

export interface OpenAgents {
  type: 'open';
  url: string;
  cookies: readonly string[];
  count: number;
  since: number;
  seed: number;
}

export type Order =
  | OpenAgents
  /** A share of the agents loses its line, spread over a time, and comes back. */
  | { type: 'churn'; share: number; overMs: number }
  | { type: 'report' }
  | { type: 'close' };

export interface Arrival {
  seq: number;
  /** Since the epoch, of each agent that had it. */
  live: number[];
  caughtUp: number;
}

export interface Report {
  /** Connected and with everything they missed. */
  current: number;
  /** The agent that is furthest behind. */
  last: number;
  arrivals: Arrival[];
  faults: string[];
  reconnects: number;
}

const connectAtOnce = 25;
const agents: FeedAgent[] = [];
const arrivals = new Map<number, Arrival>();
let reconnects = 0;
let random = randomFrom(0);

process.on('message', (order: Order) => {
  if (order.type === 'open') void open(order);
  else if (order.type === 'churn') churn(order.share, order.overMs);
  else if (order.type === 'report') process.send?.(report());
  else {
    for (const agent of agents) agent.close();
    process.disconnect();
  }
});

async function open({ url, cookies, count, since, seed }: OpenAgents): Promise<void> {
  random = randomFrom(seed);
  for (let from = 0; from < count; from += connectAtOnce) {
    const some = Array.from({ length: Math.min(connectAtOnce, count - from) }, (_, index) =>
      openFeedAgent({
        url,
        cookie: cookies[(from + index) % cookies.length] ?? '',
        since,
        onDeliver: ({ seq }, live) => noteArrival(seq, live),
        // As the page does, so that a restart is met as in life.
        reconnectionDelay: 800,
        reconnectionDelayMax: 5_000,
      }),
    );
    agents.push(...some);
    while (!some.every((agent) => agent.current())) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function noteArrival(seq: number, live: boolean): void {
  const arrival = arrivals.get(seq) ?? { seq, live: [], caughtUp: 0 };
  arrivals.set(seq, arrival);
  if (live) arrival.live.push(performance.timeOrigin + performance.now());
  else arrival.caughtUp += 1;
}

function churn(share: number, overMs: number): void {
  for (const agent of agents) {
    if (random.next() >= share) continue;
    reconnects += 1;
    setTimeout(() => agent.reconnect(random.below(1_000)), random.below(overMs));
  }
}

function report(): Report {
  return {
    current: agents.filter((agent) => agent.current()).length,
    last: Math.min(...agents.map((agent) => agent.last())),
    arrivals: [...arrivals.values()],
    faults: agents.flatMap(({ faults }) => faults),
    reconnects,
  };
}
