import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Contestant } from './contestants.ts';

/**
 * A light editor: speaks the protocol, keeps no document of the others, and says which clocks of which clients arrived.
 * So the measuring side costs little beside the server.
 */
export class RawEditor {
  readonly doc = new Y.Doc();
  private readonly socket: WebSocket;
  private readonly prefix: string | null;

  private constructor(contestant: Contestant, room: number) {
    const url = contestant.roomUrl(room);
    this.prefix = contestant.dialect === 'hocuspocus' ? `room-${room}` : null;
    this.socket = new WebSocket(url, { headers: contestant.headers, perMessageDeflate: false });
    this.socket.binaryType = 'nodebuffer';
  }

  /** Resolves when the server has answered the first sync step. */
  static async open(
    contestant: Contestant,
    room: number,
    onClocks: (clocks: Map<number, number>) => void,
  ): Promise<RawEditor> {
    const editor = new RawEditor(contestant, room);
    await new Promise<void>((resolve, reject) => {
      editor.socket.once('open', () => resolve());
      editor.socket.once('error', reject);
    });
    const synced = new Promise<void>((resolve) => {
      editor.socket.on('message', (data: Buffer) => {
        const update = editor.read(data);
        if (update === null) return;
        if (update.first) {
          Y.applyUpdate(editor.doc, update.bytes);
          resolve();
        } else {
          onClocks(Y.parseUpdateMeta(update.bytes).to);
        }
      });
    });
    if (editor.prefix !== null) editor.send(2, (encoder) => authenticate(encoder));
    editor.send(0, (encoder) => writeSyncStep1(encoder, editor.doc));
    await synced;
    return editor;
  }

  /** Types one character; returns the clock that says it has arrived. */
  type(): number {
    const before = Y.encodeStateVector(this.doc);
    this.doc.getMap('meta').set('title', `台本 ${Y.getState(this.doc.store, this.doc.clientID)}`);
    const update = Y.encodeStateAsUpdate(this.doc, before);
    this.send(0, (encoder) => writeUpdate(encoder, update));
    return Y.getState(this.doc.store, this.doc.clientID);
  }

  close() {
    this.socket.terminate();
  }

  private send(type: number, write: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder();
    if (this.prefix !== null) encoding.writeVarString(encoder, this.prefix);
    encoding.writeVarUint(encoder, type);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  private read(data: Uint8Array): { bytes: Uint8Array; first: boolean } | null {
    const decoder = decoding.createDecoder(data);
    if (this.prefix !== null) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type !== 0 && !(type === 4 && this.prefix !== null)) return null;
    const step = decoding.readVarUint(decoder);
    if (step === 0) return null;
    return { bytes: decoding.readVarUint8Array(decoder), first: step === 1 };
  }
}

function authenticate(encoder: encoding.Encoder) {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, 'bench');
}
