import { request } from 'node:http';

/** Asks for a WebSocket by hand; answers with the status (101 when it was let in) and a way to wait for the end of the socket. */
export function rawUpgrade(
  url: string,
  pathname: string,
  headers: Record<string, string>,
): Promise<{ status: number; closed: Promise<void>; destroy: () => void }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({
      hostname,
      port,
      path: pathname,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    });
    asking.once('error', reject);
    asking.once('response', (response) => {
      response.resume();
      resolve({
        status: response.statusCode ?? 0,
        closed: Promise.resolve(),
        destroy: () => undefined,
      });
    });
    asking.once('upgrade', (_response, socket) => {
      const closed = new Promise<void>((done) => socket.once('close', () => done()));
      socket.on('error', () => undefined);
      socket.resume();
      resolve({ status: 101, closed, destroy: () => socket.destroy() });
    });
    asking.end();
  });
}
