import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { errorReply, runCommand } from '../commands/dispatch.ts';
import type { Doc } from '../bson/value.ts';
import { isDoc } from '../bson/value.ts';
import type { Reply, Request } from '../commands/request.ts';
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
    let busy: Promise<void> | undefined;
    const serve = (message: Message): void => {
      // A read is answered on the spot. What comes while a write is on its way to the disk waits for it.
      const result = busy ? busy.then(() => this.#serve(socket, message)) : this.#serve(socket, message);
      if (!result) return;
      const current = result
        .catch((error: unknown) => this.#drop(socket, error))
        .then(() => {
          if (busy === current) busy = undefined;
        });
      busy = current;
    };
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      try {
        for (const frame of frames.push(piece)) serve(parseMessage(frame));
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

  #serve(socket: Socket, message: Message): Promise<void> | undefined {
    const name = Object.keys(message.body)[0] ?? '';
    const failure = this.#engine.failPoints?.take(name);
    if (failure) return this.#serveFailing(socket, name, message, failure);
    const answer = this.#answer(name, message);
    if (answer instanceof Promise) return answer.then((reply) => send(socket, message, reply));
    send(socket, message, answer);
    return undefined;
  }

  async #serveFailing(socket: Socket, name: string, message: Message, failure: Failure): Promise<void> {
    if (failure.blockMs > 0) await wait(failure.blockMs);
    if (failure.closeConnection) {
      socket.destroy();
      return;
    }
    const reply = failure.errorCode === undefined ? await this.#answer(name, message) : failedReply(failure);
    send(socket, message, isDoc(reply) ? withConcernError(reply, failure) : reply);
  }

  #answer(name: string, message: Message): Answer | Promise<Answer> {
    const database = message.body.$db;
    const request: Request = {
      engine: this.#engine,
      name,
      database: typeof database === 'string' ? database : 'admin',
      body: message.body,
      sequences: message.sequences,
    };
    const done = (reply: Reply): Answer => (request.lost?.closeConnection ? 'lost' : reply);
    const failed = (error: unknown): Answer => {
      if (request.lost?.closeConnection) return 'lost';
      if (!(error instanceof CommandError)) {
        const detail = error instanceof Error ? error.stack : String(error);
        this.#engine.log('error', `The embedded store failed in ${name}.`, { detail });
      }
      return errorReply(error);
    };
    try {
      const reply = runCommand(request);
      return reply instanceof Promise ? reply.then(done, failed) : done(reply);
    } catch (error) {
      return failed(error);
    }
  }
}

/** `lost`: a fail point lets the connection end in place of an answer. */
type Answer = Reply | 'lost';

function send(socket: Socket, message: Message, answer: Answer): void {
  if (answer === 'lost') socket.destroy();
  else if (!message.silent && !socket.destroyed) socket.write(replyFrame(message, answer));
}

function failedReply(failure: Failure): Doc {
  const reply = errorReply(
    new CommandError(failure.errorCode ?? 0, 'FailPoint', 'Failing command via failCommand fail point'),
  );
  return failure.errorLabels ? { ...reply, errorLabels: failure.errorLabels } : reply;
}

function withConcernError(reply: Doc, failure: Failure): Doc {
  return {
    ...reply,
    ...(failure.writeConcernError && { writeConcernError: failure.writeConcernError }),
    ...(failure.errorLabels && { errorLabels: failure.errorLabels }),
  };
}
