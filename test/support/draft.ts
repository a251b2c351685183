import { readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { collabMessage } from '@daihon/shared/wire/collab';
import type { Client } from './client.ts';

export interface DraftEditor {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the first sync is through. */
  synced: Promise<void>;
  /** Resolves when the server has durably stored everything this editor wrote until now. */
  saved(): Promise<void>;
  /** What the last `saved` message covers of this editor's own clock. */
  savedClock(): number;
  close(): void;
}

/** A supervisor's draft connection: the real y-websocket client with the cookie of `client`. */
export function openDraft(client: Client, scriptId: string, doc = new Y.Doc()): DraftEditor {
  class AuthorisedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: client.cookie, origin: client.url } });
    }
  }
  const provider = new WebsocketProvider(`${client.url.replace('http', 'ws')}/collab`, scriptId, doc, {
    disableBc: true,
    WebSocketPolyfill: AuthorisedSocket as unknown as typeof globalThis.WebSocket,
    maxBackoffTime: 200,
  });
  let durable = 0;
  const waiting = new Set<() => void>();
  provider.messageHandlers[collabMessage.saved] = (_encoder, decoder) => {
    const vector = Y.decodeStateVector(readVarUint8Array(decoder));
    durable = Math.max(durable, vector.get(doc.clientID) ?? 0);
    for (const look of waiting) look();
  };
  return {
    doc,
    provider,
    synced: new Promise((resolve) => {
      if (provider.synced) resolve();
      provider.once('sync', () => resolve());
    }),
    saved: () =>
      new Promise((resolve) => {
        const wanted = Y.getState(doc.store, doc.clientID);
        const look = () => {
          if (durable < wanted) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    savedClock: () => durable,
    close: () => provider.destroy(),
  };
}
