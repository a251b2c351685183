import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync';
import type * as Y from 'yjs';
import { collabMessage } from '@daihon/shared/wire/collab';

/** A frame of a client, opened one level: what stands inside is looked at by the guard and by presence. */
export type InFrame =
  | { type: 'step1'; vector: Uint8Array }
  | { type: 'step2' | 'update'; update: Uint8Array }
  | { type: 'awareness'; payload: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'alive' }
  | { type: 'auth' };

/** Throws on anything that is not exactly one message of the y-websocket protocol that a client may send. */
export function readFrame(bytes: Uint8Array): InFrame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readMessage(decoder);
  if (frame.type !== 'auth' && decoding.hasContent(decoder)) throw new Error('bytes after the message');
  return frame;
}

function readMessage(decoder: decoding.Decoder): InFrame {
  const message = decoding.readVarUint(decoder);
  switch (message) {
    case collabMessage.sync:
      return readSync(decoder);
    case collabMessage.awareness:
      return { type: 'awareness', payload: decoding.readVarUint8Array(decoder) };
    case collabMessage.queryAwareness:
      return { type: 'queryAwareness' };
    case collabMessage.alive:
      return { type: 'alive' };
    case collabMessage.auth:
      return { type: 'auth' };
    default:
      throw new Error('unknown message');
  }
}

function readSync(decoder: decoding.Decoder): InFrame {
  const kind = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case messageYjsSyncStep1:
      return { type: 'step1', vector: body };
    case messageYjsSyncStep2:
      return { type: 'step2', update: body };
    case messageYjsUpdate:
      return { type: 'update', update: body };
    default:
      throw new Error('unknown sync message');
  }
}

/** Asks for everything that `doc` lacks. */
export function step1Frame(doc: Y.Doc): Uint8Array {
  return syncFrame((encoder) => {
    writeSyncStep1(encoder, doc);
  });
}

/** From bytes that are at hand: y-protocols' own writer would encode the whole document anew for each newcomer. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame((encoder) => {
    encoding.writeVarUint(encoder, messageYjsSyncStep2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame((encoder) => {
    writeUpdate(encoder, update);
  });
}

/** The answer to a client that asks whether the line still stands. */
export const aliveFrame = new Uint8Array([collabMessage.alive]);

/** Which draft this is and how much room is left in it. */
export function aboutFrame(epoch: number, bytes: number, limit: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of [collabMessage.about, epoch, bytes, limit]) encoding.writeVarUint(encoder, part);
  return encoding.toUint8Array(encoder);
}

function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, collabMessage.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/**
 * `vector` is durable. `frames` counts the receiver's own step2 and update frames that are: an edit that only deletes moves
 * no clock, so a state vector alone cannot say that it is stored. Readers that know the vector only stop before it.
 */
export function savedFrame(vector: Uint8Array, frames: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, collabMessage.saved);
  encoding.writeVarUint8Array(encoder, vector);
  encoding.writeVarUint(encoder, frames);
  return encoding.toUint8Array(encoder);
}

/** One client's presence. `json` is the state, `null` when it has left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  json: string;
}

/** Throws on a payload that is cut short. States stay unparsed. */
export function readAwareness(payload: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    entries.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      json: decoding.readVarString(decoder),
    });
  }
  return entries;
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(body, entry.client);
    encoding.writeVarUint(body, entry.clock);
    encoding.writeVarString(body, entry.json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, collabMessage.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}
