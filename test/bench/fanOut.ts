import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { until } from '../support/until.ts';
import type { Contestant } from './contestants.ts';
import { residentBytes } from './contestants.ts';

export interface FanOut {
  /** From the request that sets it off to the last agent, ms; one figure a round. */
  lastMs: number[];
  /** From the first agent to the last, ms. */
  spreadMs: number[];
  bytesPerAgent: number;
  /** The event as it arrived, to be sent again by the peer. */
  event: unknown;
}

/** Connects `agents` sockets, then measures `rounds` broadcasts set off by `send`. */
export async function measureFanOut(
  contestant: Contestant,
  agents: number,
  rounds: number,
  send: (round: number) => Promise<unknown>,
): Promise<FanOut> {
  const before = residentBytes(contestant.pid);
  const sockets = await connectAll(contestant, agents);
  const bytesPerAgent = (residentBytes(contestant.pid) - before) / agents;
  const result: FanOut = { lastMs: [], spreadMs: [], bytesPerAgent, event: null };
  const arrivals: number[] = [];
  for (const socket of sockets) {
    socket.on('release', (event: unknown) => {
      arrivals.push(performance.now());
      result.event = event;
    });
  }
  for (let round = 0; round < rounds; round += 1) {
    arrivals.length = 0;
    const start = performance.now();
    await send(round);
    await until(
      `release ${round} at ${agents} agents of ${contestant.name}`,
      () => arrivals.length >= agents,
      20_000,
    );
    result.lastMs.push(Math.max(...arrivals) - start);
    result.spreadMs.push(Math.max(...arrivals) - Math.min(...arrivals));
  }
  for (const socket of sockets) socket.disconnect();
  return result;
}

async function connectAll(contestant: Contestant, agents: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const atOnce = 50;
  for (let start = 0; start < agents; start += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, agents - start) }, async () => {
      const socket = io(contestant.url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: contestant.headers,
      });
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', () => resolve());
        socket.once('connect_error', reject);
      });
      sockets.push(socket);
    });
    await Promise.all(some);
  }
  return sockets;
}
