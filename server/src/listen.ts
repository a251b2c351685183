import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '@daihon/shared/limits';

/** What an answer under way at the stop may still take. */
const DRAIN_MS = 5_000;

/** An HTTP server that no slow or oversized head can hold. */
export function createHttpServer(app: RequestListener, limits: Limits): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headerMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: 2_000,
    },
    app,
  );
  watchQuiet(server);
  return server;
}

/** Resolves with the URL once connections are accepted; rejects when the port is taken. */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}

/**
 * Accepts nobody any more and resolves when the answers under way are out and every connection is closed, those that were upgraded too. An answer
 * that takes longer than five seconds is cut. A connection without a request under way is closed at once, also one that never sent any
 * (browsers open some in advance), which Node does not count as idle.
 */
export async function stopServing(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const quiet = quietOf.get(server) ?? new Set();
  for (const socket of quiet) socket.destroy();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}

/** Per server: connections that speak HTTP and have no request under way. */
const quietOf = new WeakMap<Server, Set<Socket>>();

function watchQuiet(server: Server): void {
  const quiet = new Set<Socket>();
  quietOf.set(server, quiet);
  server.on('connection', (socket) => {
    quiet.add(socket);
    socket.once('close', () => quiet.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    quiet.delete(socket);
    response.once('close', () => {
      // With the last answer of a server that stops, its connection goes too.
      if (!server.listening) socket.end();
      else if (!socket.destroyed) quiet.add(socket);
    });
  });
  server.on('upgrade', ({ socket }) => quiet.delete(socket));
}
