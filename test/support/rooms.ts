import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readVarUint, readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { defaultLimits } from '@daihon/shared/limits';
import { Script } from '@daihon/shared/script/schema';
import { collabMessage } from '@daihon/shared/wire/collab';
import type { Admission } from '../../server/src/edge/admission.ts';
import { createCollabEdge } from '../../server/src/edge/collab/collabEdge.ts';
import type { CollabEdgeDeps } from '../../server/src/edge/collab/collabEdge.ts';
import type { MemoryStorage } from '../../server/src/edge/collab/room/memoryStorage.fixture.ts';
import { memoryStorage } from '../../server/src/edge/collab/room/memoryStorage.fixture.ts';
import type { DraftStorage } from '../../server/src/edge/collab/room/storage.ts';
import { useSocketLimits } from '../../server/src/edge/liveSockets.ts';
import type { AuditEntry } from '../../server/src/store/auditLog.ts';
import type { AccessChange, DraftActivity } from '../../server/src/usecases/context.ts';

export const TENANT = 't1';
export const SCRIPT = 'script-1';

export interface RoomServer {
  url: string;
  port: number;
  edge: ReturnType<typeof createCollabEdge>;
  /** What it runs on when `options.storage` was not given. */
  storage: MemoryStorage;
  /** Every row of the record, in order. */
  rows: AuditEntry[];
  /** Takes an account's access away, as the watch over open sockets would. */
  end(accountId: string, reason: AccessChange): void;
  close(): Promise<void>;
}

export interface RoomServerOptions {
  storage?: DraftStorage;
  limits?: Partial<Limits>;
  port?: number;
  edge?: Partial<CollabEdgeDeps>;
}

/** The draft rooms alone: real sockets, a store in memory that a test can slow down, people named in the address. */
export async function startRooms(options: RoomServerOptions = {}): Promise<RoomServer> {
  const memory = memoryStorage();
  const storage = options.storage ?? memory;
  const rows: AuditEntry[] = [];
  const ended = new Map<string, AccessChange>();
  const limits = { ...defaultLimits, socketsPerSession: 200, socketsPerAccount: 200, ...options.limits };
  useSocketLimits(limits);
  const edge = createCollabEdge({
    limits,
    scriptExists: (tenantId, scriptId) => Promise.resolve(tenantId === TENANT && scriptId === SCRIPT),
    storage,
    record: (entries) => {
      rows.push(...entries);
      return Promise.resolve();
    },
    ...options.edge,
  });
  await edge.desk.create(TENANT, SCRIPT, emptyScript('解約抑止'));
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const url = new URL(request.url ?? '', 'http://localhost');
    const admission = admissionOf(url.searchParams, ended);
    const scriptId = url.pathname.replace('/collab/', '');
    edge.accept(request, socket, head, admission, scriptId).catch((error: unknown) => {
      const status = error instanceof AppError ? error.status : 500;
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    edge,
    storage: 'beforeAppend' in storage ? (storage as MemoryStorage) : memory,
    rows,
    end: (accountId, reason) => ended.set(accountId, reason),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await edge.drain();
      await edge.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What the desk tells of the one draft. */
export async function activityOf(edge: RoomServer['edge']): Promise<DraftActivity> {
  const found = (await edge.desk.activities(TENANT, [SCRIPT])).get(SCRIPT);
  if (found === undefined) throw new Error('no such draft');
  return found;
}

export function emptyScript(title: string): Script {
  return Script.parse({
    schema: 1,
    title,
    language: 'ja',
    start: null,
    placeholders: [],
    groups: [],
    interrupts: [],
    steps: [],
  });
}

function admissionOf(query: URLSearchParams, ended: ReadonlyMap<string, AccessChange>): Admission {
  const accountId = query.get('as') ?? 'anna';
  const role = query.get('role') === 'agent' ? 'agent' : 'supervisor';
  return {
    actor: { tenantId: TENANT, accountId, loginId: `${accountId}@example`, name: accountId, role },
    origin: { address: '127.0.0.1', agent: 'test', sessionId: `s-${accountId}`, requestId: 'r' },
    sessionId: `s-${accountId}`,
    ended: () => ended.get(accountId) ?? null,
    touch: () => undefined,
  };
}

export interface RoomEditor {
  doc: Y.Doc;
  provider: WebsocketProvider;
  synced: Promise<void>;
  /** The state vector of the last `saved`, and how many of this connection's frames it counts. */
  saved: { vector: Map<number, number>; frames: number };
  /** Code of the last close by the server, null while there was none. */
  closeCode: number | null;
  destroy(): void;
}

/** The real y-websocket client as `accountId`. */
export function openEditor(
  url: string,
  accountId: string,
  options: { doc?: Y.Doc; scriptId?: string; params?: Record<string, string> } = {},
): RoomEditor {
  const doc = options.doc ?? new Y.Doc();
  const provider = new WebsocketProvider(`${url}/collab`, options.scriptId ?? SCRIPT, doc, {
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    maxBackoffTime: 100,
    params: { as: accountId, ...options.params },
  });
  const editor: RoomEditor = {
    doc,
    provider,
    synced: new Promise((resolve) => {
      provider.on('sync', (synced) => {
        if (synced) resolve();
      });
    }),
    saved: { vector: new Map(), frames: 0 },
    closeCode: null,
    destroy: () => {
      provider.destroy();
    },
  };
  provider.messageHandlers[collabMessage.saved] = (_encoder, decoder) => {
    const vector = Y.decodeStateVector(readVarUint8Array(decoder));
    for (const [client, clock] of vector) editor.saved.vector.set(client, clock);
    editor.saved.frames = readVarUint(decoder);
  };
  provider.on('connection-close', (event) => {
    editor.closeCode = event?.code ?? null;
  });
  return editor;
}

/** The status that an upgrade is refused with; 101 when it is let in. */
export function upgradeStatus(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
