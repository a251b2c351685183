import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { collabMessage, syncMessage } from '@daihon/shared/wire/collab';

/** A frame of a client, opened one level: what stands inside is looked at by the guard and by presence. */
export type InFrame =
  | { type: 'step1'; vector: Uint8Array }
  | { type: 'step2' | 'update'; update: Uint8Array }
  | { type: 'awareness'; payload: Uint8Array }
  | { type: 'queryAwareness' }
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
    case syncMessage.step1:
      return { type: 'step1', vector: body };
    case syncMessage.step2:
      return { type: 'step2', update: body };
    case syncMessage.update:
      return { type: 'update', update: body };
    default:
      throw new Error('unknown sync message');
  }
}

export function step1Frame(vector: Uint8Array): Uint8Array {
  return syncFrame(syncMessage.step1, vector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(syncMessage.step2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncMessage.update, update);
}

function syncFrame(kind: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, collabMessage.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
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

/** A state vector of these clients only: as true as the whole one, and it does not grow with the draft's history. */
export function encodeVector(clocks: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clocks.size);
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
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
