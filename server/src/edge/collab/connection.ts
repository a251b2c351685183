import type { RawData, WebSocket } from 'ws';
import type { Limits } from '@daihon/shared/limits';
import { closeCodes } from '@daihon/shared/wire/closeCodes';
import type { CloseName } from '@daihon/shared/wire/closeCodes';
import type { PresenceUser } from '@daihon/shared/wire/collab';
import { monotonicMs } from '../../platform/clock.ts';
import type { Admission } from '../admission.ts';
import { closeNameOf } from '../admission.ts';
import { Bucket } from './wire/bucket.ts';
import { readFrame } from './wire/frames.ts';
import type { InFrame } from './wire/frames.ts';
import { colourOf } from './wire/colour.ts';

export interface ConnectionHooks {
  frame(connection: Connection, frame: InFrame, bytes: number): void;
  /** Before the close frame goes out, when it is the server that closes. */
  closing(connection: Connection, name: CloseName, detail: string): void;
  closed(connection: Connection, code: number): void;
}

/** Frames and bytes of one connection that may wait for the store; more than that and its socket is not read. */
const MAX_WAITING_FRAMES = 64;
const MAX_WAITING_BYTES = 1024 * 1024;
/** A peer that does not answer the close frame is cut off. */
const CLOSE_MS = 2_000;
/** Page loads that one connection may bring edits of; a browser brings one, after time offline a few. */
const MAX_NEW_CLIENTS = 64;

/** One editor's socket: limits, back-pressure, liveness. Knows frames and nothing of what they mean. */
export class Connection {
  readonly admission: Admission;
  readonly user: PresenceUser;
  /** Has been answered its first step 1: from then on it gets every update. */
  synced = false;
  /** Asked to be told which draft this is and how full. */
  wantsAbout = false;
  /** Has answered the server's step 1: from then on nothing that it wrote before is missing. */
  answered = false;
  /** Update frames that came before that and were too early: the answer brings what is in them again. */
  early = 0;
  /** Step 2 and update frames of this connection that are stored. */
  storedFrames = 0;
  newClientsLeft = MAX_NEW_CLIENTS;
  /** The client id that its presence goes under. */
  presenceClient: number | null = null;
  /** Others' states that it sent back, summed for the record. */
  echoes = 0;
  /** How often it asked whether the line still stands, summed for the record. */
  questions = 0;
  readonly #socket: WebSocket;
  readonly #limits: Limits;
  readonly #hooks: ConnectionHooks;
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  #waitingFrames = 0;
  #waitingBytes = 0;
  #pauses = 0;
  #lastSeenMs = monotonicMs();
  #open = true;
  #barred = false;

  constructor(socket: WebSocket, admission: Admission, limits: Limits, hooks: ConnectionHooks) {
    this.#socket = socket;
    this.admission = admission;
    this.#limits = limits;
    this.#hooks = hooks;
    const { accountId, name } = admission.actor;
    this.user = { id: accountId, name, color: colourOf(accountId) };
    this.#frames = new Bucket(limits.collabFramesPerSecond, limits.collabFramesBurst, this.#lastSeenMs);
    this.#bytes = new Bucket(limits.collabBytesPerMinute / 60, limits.collabBytesPerMinute, this.#lastSeenMs);
    socket.on('message', (data, isBinary) => {
      this.#receive(data, isBinary);
    });
    socket.on('pong', () => {
      this.#lastSeenMs = monotonicMs();
    });
    // 'close' follows; without a listener the process would end.
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      this.#open = false;
      hooks.closed(this, code);
    });
  }

  get open(): boolean {
    return this.#open;
  }

  /** Closed by the server: nothing of it that still waits may count. */
  get barred(): boolean {
    return this.#barred;
  }

  /** A peer that lets too much pile up is closed, so that one slow reader costs the others nothing. */
  send(frame: Uint8Array): void {
    if (!this.#open) return;
    if (this.#socket.bufferedAmount + frame.length > this.#limits.queuedBytesPerSocket) {
      this.close('tryLater', 'slow reader');
      return;
    }
    this.#socket.send(frame, { binary: true });
  }

  /** No frame is read from now on. */
  close(name: CloseName, detail = ''): void {
    if (!this.#open) return;
    this.#open = false;
    this.#barred = true;
    this.#hooks.closing(this, name, detail);
    const { code, reason } = closeCodes[name];
    this.#socket.resume();
    this.#socket.close(code, reason);
    setTimeout(() => {
      this.#socket.terminate();
    }, CLOSE_MS).unref();
  }

  /** Asks for a sign of life; one that gave none for too long is cut off. */
  beat(nowMs: number): void {
    if (nowMs - this.#lastSeenMs > this.#limits.silentMs) this.#socket.terminate();
    else if (this.#open) this.#socket.ping();
  }

  /** A frame of this connection waits for the store. */
  wait(bytes: number): void {
    this.#waitingFrames += 1;
    this.#waitingBytes += bytes;
    if (this.#isCrowded()) this.#socket.pause();
  }

  waited(bytes: number, frames = 1): void {
    this.#waitingFrames -= frames;
    this.#waitingBytes -= bytes;
    if (!this.#isCrowded() && this.#socket.isPaused) this.#socket.resume();
  }

  /** Not read until the promise settles. */
  pauseUntil(free: Promise<void>): void {
    this.#pauses += 1;
    this.#socket.pause();
    const go = (): void => {
      this.#pauses -= 1;
      this.waited(0, 0);
    };
    free.then(go, go);
  }

  #isCrowded(): boolean {
    if (this.#pauses > 0) return true;
    return this.#waitingFrames >= MAX_WAITING_FRAMES || this.#waitingBytes >= MAX_WAITING_BYTES;
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.#open) return;
    const nowMs = monotonicMs();
    this.#lastSeenMs = nowMs;
    const ended = this.admission.ended();
    if (ended !== null) {
      this.close(closeNameOf(ended));
      return;
    }
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close('protocol', 'not a binary frame');
      return;
    }
    if (!this.#frames.take(1, nowMs) || !this.#bytes.take(data.length, nowMs)) {
      this.close('tryLater', 'too many messages');
      return;
    }
    const frame = parse(data);
    if (frame === null) this.close('protocol', 'broken frame');
    else this.#hooks.frame(this, frame, data.length);
  }
}

function parse(data: Uint8Array): InFrame | null {
  try {
    return readFrame(data);
  } catch {
    return null;
  }
}
