/** Peer: a plain socket.io server that sends what it is given to everybody. Prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    io.emit('release', JSON.parse(Buffer.concat(parts).toString('utf8')));
    response.end('{}');
  });
});
const io = new Server(http, { transports: ['websocket'], serveClient: false });

http.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(http.address() as AddressInfo).port}`);
});
