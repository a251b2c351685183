import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import type { ServerOptions } from 'socket.io';
import type { Limits } from '@daihon/shared/limits';
import { metrics } from '../../platform/metrics.ts';
import type { AccessChange, Fact, Ports } from '../../usecases/context.ts';
import { noteReceived } from '../../usecases/releases/noteReceived.ts';
import type { Admission } from '../admission.ts';
import { register } from '../liveSockets.ts';
import { openConnection } from './connection.ts';
import type { PushConnection } from './connection.ts';
import { createNewsSender } from './newsSender.ts';
import { createReceiptBatch } from './receiptBatch.ts';
import { createReleaseSender } from './releaseSender.ts';
import { createReleaseStreams } from './releaseStreams.ts';
import type { PushServer } from './types.ts';

export interface PushEdge {
  /** Takes over an upgrade that the router has admitted. Throws `throttled` while it is still plain HTTP. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, admission: Admission): void;
  /** Disconnects everyone and stores what is still gathered. */
  close(): Promise<void>;
}

export interface PushDeps {
  ports: Ports;
  /** Joins the pushes of several processes; without it this process is alone. */
  adapter?: ServerOptions['adapter'];
}

interface Admitted {
  admission: Admission;
  connection: PushConnection | null;
  end: AccessChange | null;
}

const POINTER_SUM_MS = 60_000;
/** How long a release stays unheard when Redis has lost it. */
const POLL_MS = 5_000;

/** socket.io for the push: releases out, `resume`, `seen`, `ack` and pointers in. */
export function createPushEdge({ ports, adapter }: PushDeps): PushEdge {
  // socket.io listens to a server that never listens itself: the upgrade router alone hands connections over.
  const inner = createServer();
  const admitted = new WeakMap<IncomingMessage, Admitted>();
  const io: PushServer = new Server(inner, {
    ...engineOptions(ports.limits),
    ...(adapter === undefined ? {} : { adapter }),
    // A second lock: whatever came another way than through the router is not let in.
    allowRequest: (request, answer) => answer(null, admitted.has(request)),
  });
  const receipts = createReceiptBatch((tenantId, received) => noteReceived(ports, tenantId, received));
  const connections = new Map<string, PushConnection>();
  const streams = createReleaseStreams(createReleaseSender(io, connections));

  io.on('connection', (socket) => {
    const entry = admitted.get(socket.request);
    if (entry === undefined) {
      socket.disconnect(true);
      return;
    }
    const { admission } = entry;
    // The upgrade request has been read: thousands of them would only take memory.
    Reflect.deleteProperty(socket.conn, 'request');
    const connection = openConnection({ io, socket, admission, ports, receipts });
    entry.connection = connection;
    connections.set(socket.id, connection);
    streams.follow(admission.actor.tenantId);
    metrics.sockets.inc({ path: 'push' });
    socket.on('disconnect', () => {
      connections.delete(socket.id);
      streams.leave(admission.actor.tenantId);
      metrics.sockets.dec({ path: 'push' });
    });
    if (entry.end !== null) connection.end(entry.end);
  });

  const timers = [
    setInterval(() => connections.forEach((connection) => connection.sumPointers()), POINTER_SUM_MS),
  ];
  if (adapter !== undefined) timers.push(setInterval(() => streams.poll(), POLL_MS));
  for (const timer of timers) timer.unref();
  const tellNews = createNewsSender(io);
  const deaf = ports.facts.on((fact: Fact) => {
    tellNews(fact);
    if (fact.type === 'released') streams.tell(fact.tenantId, { kind: 'release', ...fact.event });
    if (fact.type === 'withdrawn') streams.tell(fact.tenantId, { kind: 'withdrawn', ...fact.event });
  });

  return {
    handleUpgrade(request, socket, head, admission) {
      const entry: Admitted = { admission, connection: null, end: null };
      const unregister = register(admission, (reason) => {
        entry.end = reason;
        if (entry.connection === null) socket.destroy();
        else entry.connection.end(reason);
      });
      socket.once('close', unregister);
      admitted.set(request, entry);
      inner.emit('upgrade', request, socket, head);
    },
    async close() {
      deaf();
      timers.forEach(clearInterval);
      const gone = [...connections.values()].map((connection) => connection.closed);
      await io.close();
      await Promise.all(gone);
      await receipts.flush();
    },
  };
}

function engineOptions(limits: Limits): Partial<ServerOptions> {
  return {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    wsEngine: WebSocketServer,
    maxHttpBufferSize: limits.pushFrameBytes,
    pingInterval: limits.pingMs,
    pingTimeout: Math.max(1_000, limits.silentMs - limits.pingMs),
    connectTimeout: limits.authenticateMs,
  };
}
