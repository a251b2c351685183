import { WebSocket } from 'ws';
import type { PushSocket } from './types.ts';

/** The transport under one push socket: what waits to be sent, and a question that only a peer that has read all of it can answer. */
export interface Line {
  /** Bytes that were given to this socket and have not left the process. */
  queuedBytes(): number;
  /** Resolves when the peer has answered a ping that follows everything sent so far; never, when it goes away before. */
  readUpToHere(done: () => void): void;
  /** Ends the connection without waiting for the peer. */
  cut(): void;
}

/**
 * `overflow` is called once when more than `limitBytes` are queued. The answer to a WebSocket ping comes from the peer's
 * WebSocket layer in order, after the frames before it: proof of delivery that needs nothing of the client's code.
 */
export function openLine(socket: PushSocket, limitBytes: number, overflow: () => void): Line {
  const { conn } = socket;
  const webSocket = webSocketOf(socket);
  const questions = new Map<string, () => void>();
  const afterFlush: (() => void)[] = [];
  let waitingBytes = 0;
  let asked = 0;
  let over = false;

  conn.on('packetCreate', (packet: unknown) => {
    waitingBytes += sizeOf(packet);
    if (over || line.queuedBytes() <= limitBytes) return;
    over = true;
    overflow();
  });
  conn.on('drain', () => {
    waitingBytes = 0;
    for (const go of afterFlush.splice(0)) go();
  });
  webSocket?.on('pong', (data) => {
    const token = data.toString('latin1');
    const done = questions.get(token);
    questions.delete(token);
    done?.();
  });

  const ask = (done: () => void) => {
    if (webSocket?.readyState !== WebSocket.OPEN) return;
    asked += 1;
    const token = String(asked);
    questions.set(token, done);
    webSocket.ping(token);
  };
  const line: Line = {
    queuedBytes: () => waitingBytes + (webSocket?.bufferedAmount ?? 0),
    readUpToHere(done) {
      // engine.io holds packets back while the transport is busy: a ping sent now would overtake them.
      if (waitingBytes === 0) ask(done);
      else afterFlush.push(() => ask(done));
    },
    cut() {
      if (webSocket === null) conn.close(true);
      else webSocket.terminate();
    },
  };
  return line;
}

function webSocketOf(socket: PushSocket): WebSocket | null {
  const transport: object = socket.conn.transport;
  if (!('socket' in transport)) return null;
  return transport.socket instanceof WebSocket ? transport.socket : null;
}

let measuredText = '';
let measuredBytes = 0;

/** A broadcast gives the same text to every socket: it is measured once. */
function sizeOf(packet: unknown): number {
  if (typeof packet !== 'object' || packet === null || !('data' in packet)) return 1;
  const { data } = packet;
  if (typeof data !== 'string') return data instanceof Uint8Array ? data.byteLength : 1;
  if (data !== measuredText) {
    measuredText = data;
    measuredBytes = Buffer.byteLength(data);
  }
  return measuredBytes + 1;
}
