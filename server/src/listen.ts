import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Limits } from '@daihon/shared/limits';

const DRAIN_MS = 10_000;

/** An HTTP server that no slow or oversized head can hold. */
export function createHttpServer(app: RequestListener, limits: Limits): Server {
  return createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headerMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: 2_000,
    },
    app,
  );
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

/** Accepts nobody any more and resolves when the answers under way are out; after ten seconds they are cut. */
export async function stopServing(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}
