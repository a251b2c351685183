import { closeCodes } from '@daihon/shared/wire/closeCodes';
import type { CloseName } from '@daihon/shared/wire/closeCodes';
import { collabMessage, syncMessage } from '@daihon/shared/wire/collab';
import { draftSpace } from '@daihon/shared/wire/draftSpace';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { isReadOnly } from './connection.ts';
import type { Connection } from './connection.ts';
import { cutUpdate } from './cutUpdate.ts';
import { FrameHold } from './frameHold.ts';
import { ImeGate } from './imeGate.ts';
import { LineWatch } from './lineWatch.ts';
import { SavedTracker } from './savedTracker.ts';

export interface ScriptProviderOptions {
  /** `ws://host/collab` */
  serverUrl: string;
  scriptId: string;
  doc: Y.Doc;
  /** Asks over HTTP why a connection is refused: a browser cannot see the status of a refused upgrade. */
  whyRefused: () => Promise<CloseName | null>;
  WebSocketPolyfill?: typeof WebSocket;
}

/** Well below what the server takes in one frame. */
const pieceBytes = 120_000;
const longestBackoffMs = 5_000;
const refusalsBeforeAsking = 2;

/**
 * The line between the page's Yjs document and the draft room: y-websocket plus the IME gate, the durable-state
 * tracking (message 4), final close codes and a jittered reconnect.
 */
export class ScriptProvider extends WebsocketProvider {
  readonly gate: ImeGate;
  readonly saved: SavedTracker;
  /** For those who need colleagues' changes, or their own, to wait for an answer of the server. */
  readonly holdIn: FrameHold;
  readonly holdOut: FrameHold;
  readonly #watch: LineWatch;
  readonly #listeners = new Set<() => void>();
  readonly #whyRefused: () => Promise<CloseName | null>;
  #connection: Connection = {
    online: false,
    quiet: false,
    loaded: false,
    space: 'free',
    used: 0,
    ended: null,
  };
  /** Of the draft that `doc` holds; null until the server has said so. */
  #epoch: number | null = null;
  #syncedAtFlush = false;
  /** Sync frames that carry this client's changes, counted per connection as the server counts them. */
  #framesSent = 0;
  /** Whether the server has this client's whole state on this connection, so that a further frame completes it. */
  #stateSent = false;
  #wasOpen = false;
  #refusals = 0;
  /** Told when a composition starts and ends, and what text of it was lost. */
  composition: { opened: () => void; closed: () => void; lost: (text: string) => void } | null = null;
  /** Called before a colleague's change comes into the document. */
  beforeInbound: () => void = () => undefined;

  constructor({ serverUrl, scriptId, doc, whyRefused, WebSocketPolyfill }: ScriptProviderOptions) {
    super(serverUrl, scriptId, doc, {
      connect: false,
      // Tabs of one browser would talk past the server's checks.
      disableBc: true,
      params: { about: '1' },
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    this.#whyRefused = whyRefused;
    this.saved = new SavedTracker(doc);
    const send = this._updateHandler;
    // What one of the two has kept, the other may still have to keep.
    this.holdIn = new FrameHold((update) => {
      if (!this.gate.holdInbound(update)) this.#applyHeld(update);
    });
    this.holdOut = new FrameHold((update) => {
      if (!this.gate.holdOutbound(update)) this.#sendHeld(update, send);
    });
    this.gate = new ImeGate(doc, {
      applyInbound: (update) => {
        if (!this.holdIn.take(update)) this.#applyHeld(update);
      },
      sendOutbound: (update) => {
        if (!this.holdOut.take(update)) this.#sendHeld(update, send);
      },
      opened: () => this.#compositionOpened(),
      closed: () => this.#compositionClosed(),
      lost: (text) => this.composition?.lost(text),
    });
    this.#gateOutbound(send);
    this.#gateInbound(send);
    this.messageHandlers[collabMessage.saved] = (_encoder, decoder) => {
      const vector = decoding.readVarUint8Array(decoder);
      this.saved.noteDurable(vector, decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : 0);
    };
    this.#watch = new LineWatch({
      ask: () => {
        if (this.ws?.readyState === this.ws?.OPEN) this.ws?.send(new Uint8Array([collabMessage.alive]));
      },
      quiet: (quiet) => this.#update({ quiet }),
      dead: () => this.ws?.close(),
    });
    this.messageHandlers[collabMessage.about] = (_encoder, decoder) => this.#noteAbout(decoder);
    this.messageHandlers[collabMessage.alive] = () => undefined;
    this.#followConnection();
  }

  override destroy(): void {
    this.#watch.stop();
    super.destroy();
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Whether the draft takes no more than deletions from this page. */
  get readOnly(): boolean {
    return isReadOnly(this.#connection);
  }

  get epoch(): number | null {
    return this.#epoch;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #gateOutbound(send: (update: Uint8Array, origin: unknown) => void): void {
    this.doc.off('update', this._updateHandler);
    this._updateHandler = (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      if (this.gate.holdOutbound(update) || this.holdOut.take(update)) {
        this.saved.noteLocal(update, null);
        return;
      }
      const pieces = cutUpdate(update, pieceBytes);
      this.saved.noteLocal(update, this.#countFrames(pieces.length));
      for (const piece of pieces) send(piece, origin);
    };
    this.doc.on('update', this._updateHandler);
  }

  #sendHeld(update: Uint8Array, send: (update: Uint8Array, origin: unknown) => void): void {
    const pieces = cutUpdate(update, pieceBytes);
    const frame = this.#countFrames(pieces.length);
    if (frame !== null && this.#stateSent) this.saved.noteAllSent(frame);
    for (const piece of pieces) send(piece, null);
  }

  /** The number of the last of the frames about to be sent; null when they will not leave. */
  #countFrames(count: number): number | null {
    if (!this.wsconnected || this.ws === null || this.ws.readyState !== this.ws.OPEN) return null;
    this.#framesSent += count;
    return this.#framesSent;
  }

  #gateInbound(send: (update: Uint8Array, origin: unknown) => void): void {
    const pass = this.messageHandlers[collabMessage.sync];
    this.messageHandlers[collabMessage.sync] = (encoder, decoder, provider, emitSynced, type) => {
      const start = decoder.pos;
      const kind = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      const held = () => this.gate.holdInbound(payload) || this.holdIn.take(payload);
      if (kind !== syncMessage.step1 && held()) {
        this.#syncedAtFlush ||= kind === syncMessage.step2;
        return;
      }
      if (kind === syncMessage.step1) {
        this.#answerWithState(payload, encoder, send);
        return;
      }
      decoder.pos = start;
      this.beforeInbound();
      pass?.(encoder, decoder, provider, emitSynced, type);
    };
  }

  /**
   * The server asked for what it lacks; the answer carries every change of this client. When that is more than a frame may hold,
   * the first parts go ahead as updates, and the answer is what remains.
   */
  #answerWithState(
    serverVector: Uint8Array,
    encoder: encoding.Encoder,
    send: (update: Uint8Array, origin: unknown) => void,
  ): void {
    this.saved.noteDurable(serverVector, 0);
    const pieces = cutUpdate(Y.encodeStateAsUpdate(this.doc, serverVector), pieceBytes);
    const frame = this.#countFrames(pieces.length);
    for (const piece of pieces.slice(0, -1)) send(piece, null);
    encoding.writeVarUint(encoder, collabMessage.sync);
    encoding.writeVarUint(encoder, syncMessage.step2);
    encoding.writeVarUint8Array(encoder, pieces.at(-1) ?? new Uint8Array());
    if (frame === null) return;
    this.#stateSent = true;
    this.saved.noteAllSent(frame);
  }

  /** From now on this document comes back to its own epoch only: merged into another one it would double everything. */
  #noteAbout(decoder: decoding.Decoder): void {
    this.#epoch = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint(decoder);
    const limit = decoding.readVarUint(decoder);
    this.params = { ...this.params, epoch: String(this.#epoch) };
    this.#update({ space: draftSpace(bytes, limit), used: Math.min(100, Math.round((100 * bytes) / limit)) });
  }

  #applyHeld(update: Uint8Array): void {
    this.beforeInbound();
    Y.applyUpdate(this.doc, update, this);
    if (this.#syncedAtFlush) this.synced = true;
    this.#syncedAtFlush = false;
  }

  #compositionOpened(): void {
    this.awareness.setLocalStateField('ime', true);
    this.composition?.opened();
  }

  #compositionClosed(): void {
    this.awareness.setLocalStateField('ime', false);
    this.composition?.closed();
  }

  #followConnection(): void {
    this.on('status', ({ status }) => {
      if (status === 'connected') this.#opened();
      this.#update({ online: status === 'connected' });
    });
    this.on('sync', (synced) => {
      if (!synced) return;
      this.#refusals = 0;
      this.#update({ loaded: true });
    });
    this.on('connection-close', (event) => this.#closed(event));
    this.on('closed', ({ code }) => this.#end(nameOf(code)));
  }

  #opened(): void {
    this.#wasOpen = true;
    this.#framesSent = 0;
    this.#stateSent = false;
    this.saved.noteDisconnected();
    this.#watch.start();
    this.ws?.addEventListener('message', () => this.#watch.heard());
  }

  #closed(event: CloseEvent | null): void {
    this.saved.noteDisconnected();
    this.#watch.stop();
    this.#update({ online: false });
    this.#spreadReconnect(event?.code ?? 0);
    const refused = !this.#wasOpen && event !== null;
    this.#wasOpen = false;
    if (!refused) return;
    this.#refusals += 1;
    if (this.#refusals >= refusalsBeforeAsking) void this.#askWhy();
  }

  /** Everyone is cut off at the same moment by a restart, so nobody may come back at the same moment. */
  #spreadReconnect(code: number): void {
    if (code === closeCodes.tryLater.code) {
      this.wsUnsuccessfulReconnects = Math.max(this.wsUnsuccessfulReconnects, 4);
    }
    const delayMs = Math.min(100 * 2 ** (this.wsUnsuccessfulReconnects + 1), longestBackoffMs);
    this.maxBackoffTime = delayMs * (0.5 + Math.random() / 2);
  }

  async #askWhy(): Promise<void> {
    const reason = await this.#whyRefused();
    if (reason !== null) this.#end(reason);
  }

  #end(reason: CloseName): void {
    this.disconnect();
    this.#update({ online: false, ended: reason });
  }

  #update(change: Partial<Connection>): void {
    this.#connection = { ...this.#connection, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function nameOf(code: number): CloseName {
  const known = Object.entries(closeCodes).find(([, close]) => close.code === code);
  return known ? (known[0] as CloseName) : 'policy';
}
