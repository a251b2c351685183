/** Peer: the smallest y-websocket server there is. In memory, no sign-in, no limits, no store. Prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

interface Room {
  doc: Y.Doc;
  sockets: Set<WebSocket>;
}

const rooms = new Map<string, Room>();
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

sockets.on('connection', (socket, request) => {
  const room = roomOf(request.url ?? '/');
  socket.binaryType = 'nodebuffer';
  room.sockets.add(socket);
  socket.on('close', () => room.sockets.delete(socket));
  socket.on('message', (data: Buffer) => receive(room, socket, data));
  socket.send(framed((encoder) => writeSyncStep1(encoder, room.doc)));
});

function roomOf(name: string): Room {
  const known = rooms.get(name);
  if (known !== undefined) return known;
  const room: Room = { doc: new Y.Doc(), sockets: new Set() };
  room.doc.on('update', (update: Uint8Array) => {
    const frame = framed((encoder) => writeUpdate(encoder, update));
    for (const socket of room.sockets) socket.send(frame);
  });
  rooms.set(name, room);
  return room;
}

function receive(room: Room, socket: WebSocket, data: Uint8Array) {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== 0) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  readSyncMessage(decoder, encoder, room.doc, socket);
  if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
}

function framed(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

http.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(http.address() as AddressInfo).port}`);
});
