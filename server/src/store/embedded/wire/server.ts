import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { errorReply, runCommand } from '../commands/dispatch.ts';
import type { Doc } from '../bson/value.ts';
import { isDoc } from '../bson/value.ts';
import type { Request } from '../commands/request.ts';
import type { Engine } from '../engine/engine.ts';
import type { Failure } from '../engine/failPoints.ts';
import { CommandError } from '../errors.ts';
import { Frames } from './frames.ts';
import { parseMessage, replyFrame } from './message.ts';
import type { Message } from './message.ts';

/** Speaks the MongoDB wire protocol for an engine. Commands of one connection are answered in their order. */
export class WireServer {
  readonly #engine: Engine;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  listen(where: { path: string } | { host: string; port: number }): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(where, () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    const frames = new Frames();
    let last = Promise.resolve();
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      try {
        for (const frame of frames.push(piece)) {
          const message = parseMessage(frame);
          last = last
            .then(() => this.#serve(socket, message))
            .catch((error: unknown) => this.#drop(socket, error));
        }
      } catch (error) {
        this.#drop(socket, error);
      }
    });
  }

  /** One connection fails, never the thread. The driver connects again. */
  #drop(socket: Socket, error: unknown): void {
    const detail = error instanceof Error ? error.stack : String(error);
    this.#engine.log('warn', 'The embedded store has closed a connection.', { detail });
    socket.destroy();
  }

  async #serve(socket: Socket, message: Message): Promise<void> {
    const name = Object.keys(message.body)[0] ?? '';
    const failure = this.#engine.failPoints?.take(name);
    if (failure && failure.blockMs > 0) await wait(failure.blockMs);
    if (failure?.closeConnection) {
      socket.destroy();
      return;
    }
    const reply = await this.#answer(name, message, failure);
    if (reply === 'lost') {
      socket.destroy();
      return;
    }
    if (message.silent || socket.destroyed) return;
    socket.write(replyFrame(message, reply));
  }

  async #answer(
    name: string,
    message: Message,
    failure: Failure | undefined,
  ): Promise<Doc | Buffer | 'lost'> {
    if (failure?.errorCode !== undefined) return failedReply(failure);
    const database = message.body.$db;
    const request: Request = {
      engine: this.#engine,
      name,
      database: typeof database === 'string' ? database : 'admin',
      body: message.body,
      sequences: message.sequences,
    };
    try {
      const reply = await runCommand(request);
      if (request.lost?.closeConnection) return 'lost';
      return failure && isDoc(reply) ? withConcernError(reply, failure) : reply;
    } catch (error) {
      if (request.lost?.closeConnection) return 'lost';
      if (!(error instanceof CommandError)) {
        const detail = error instanceof Error ? error.stack : String(error);
        this.#engine.log('error', `The embedded store failed in ${name}.`, { detail });
      }
      return errorReply(error);
    }
  }
}

function failedReply(failure: Failure): Doc {
  const reply = errorReply(
    new CommandError(failure.errorCode ?? 0, 'FailPoint', 'Failing command via failCommand fail point'),
  );
  return failure.errorLabels ? { ...reply, errorLabels: failure.errorLabels } : reply;
}

function withConcernError(reply: Doc, failure: Failure): Doc {
  if (Buffer.isBuffer(reply)) return reply;
  return {
    ...reply,
    ...(failure.writeConcernError && { writeConcernError: failure.writeConcernError }),
    ...(failure.errorLabels && { errorLabels: failure.errorLabels }),
  };
}
