import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { Limits } from '@daihon/shared/limits';
import { logger } from '../../platform/logger.ts';
import { metrics } from '../../platform/metrics.ts';
import { monotonicMs } from '../../platform/clock.ts';
import type { AuditEntry } from '../../store/auditLog.ts';
import { record as recordAudit } from '../../store/auditLog.ts';
import type { DraftDesk } from '../../usecases/context.ts';
import type { Admission } from '../admission.ts';
import { closeNameOf } from '../admission.ts';
import { register } from '../liveSockets.ts';
import { Connection } from './connection.ts';
import { createDesk } from './desk.ts';
import { Background } from './room/background.ts';
import { Committer } from './room/committer.ts';
import { Journal } from './room/journal.ts';
import { repairAtStart } from './room/repairAtStart.ts';
import { Rooms } from './room/rooms.ts';
import type { Lease } from './room/rooms.ts';
import { defaultSnapshotPace } from './room/snapshots.ts';
import type { SnapshotPace } from './room/snapshots.ts';
import { draftStorage } from './room/storage.ts';
import type { DraftStorage } from './room/storage.ts';

export interface CollabEdgeDeps {
  limits: Limits;
  /** Whether the tenant has this script, not in the bin. */
  scriptExists(tenantId: string, scriptId: string): Promise<boolean>;
  storage?: DraftStorage;
  record?: (entries: readonly AuditEntry[]) => Promise<void>;
  pace?: SnapshotPace;
  warmMs?: number;
}

export interface CollabEdge {
  /** Takes the connection over, or throws an AppError while it is still plain HTTP. */
  accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    admission: Admission,
    scriptId: string,
  ): Promise<void>;
  /** Takes nothing more in, stores what was accepted, closes every draft socket with 1012. The desk still works. */
  drain(): Promise<void>;
  /** After `drain` and after the last request: merges what is not merged. Nothing asks the store for anything after it. */
  close(): Promise<void>;
  desk: DraftDesk;
  /** Writes, in the background, what a crash kept the record from having. */
  repairRecord(tenantIds: readonly string[]): void;
  stats(): { rooms: number; connections: number; queued: number };
}

const WARM_MS = 60_000;
/** What a peer gets to answer the close frame before its socket is cut. */
const FAREWELL_MS = 1_000;

/** The draft rooms' door: /collab/<scriptId>, after the upgrade router has settled who comes. */
export function createCollabEdge(deps: CollabEdgeDeps): CollabEdge {
  const { limits, storage = draftStorage, record = recordAudit } = deps;
  const journal = new Journal(record);
  const committer = new Committer(storage, journal);
  const background = new Background();
  const rooms = new Rooms({
    storage,
    committer,
    journal,
    background,
    draftStateBytes: limits.draftStateBytes,
    awarenessBytes: limits.awarenessBytes,
    awarenessPerSecond: limits.awarenessPerSecond,
    pace: deps.pace ?? defaultSnapshotPace,
    warmMs: deps.warmMs ?? WARM_MS,
  });
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: limits.collabFrameBytes,
    perMessageDeflate: false,
  });
  const heart = setInterval(() => {
    for (const room of rooms.loaded) room.beat(monotonicMs());
  }, limits.pingMs);
  heart.unref();
  let draining = false;
  const mayEnter = (): boolean => !draining;

  async function accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    admission: Admission,
    scriptId: string,
  ): Promise<void> {
    if (!mayEnter()) throw new AppError('unavailable');
    if (!can(admission.actor, 'draft.join')) throw new AppError('forbidden');
    const { tenantId } = admission.actor;
    if (!(await deps.scriptExists(tenantId, scriptId))) throw new AppError('not_found');
    const lease = await openRoom(rooms, tenantId, scriptId);
    try {
      if (!mayEnter() || lease.room.size >= limits.socketsPerRoom) throw new AppError('unavailable');
      if (socket.destroyed) throw new AppError('unavailable', 'The peer has gone');
      const entry = enterOf(lease, admission, limits, askedOf(request));
      try {
        server.handleUpgrade(request, socket, head, entry.attach);
      } catch (error) {
        entry.release();
        throw error;
      }
      // A broken handshake is answered by ws itself and never comes to `attach`.
      if (!entry.attached()) socket.once('close', entry.release);
    } catch (error) {
      lease.release();
      throw error;
    }
  }

  async function drain(): Promise<void> {
    draining = true;
    for (const room of rooms.loaded) room.stop();
    await committer.idle();
    for (const room of rooms.loaded) room.closeAll('restart');
    await allClosed(server);
    clearInterval(heart);
  }

  async function close(): Promise<void> {
    await committer.idle();
    await rooms.close();
    await journal.close();
  }

  return {
    accept,
    drain,
    close,
    desk: createDesk(rooms, storage),
    repairRecord: (tenantIds) => background.track(repairAtStart(rooms, storage, tenantIds)),
    stats: () => ({
      rooms: rooms.loaded.length,
      connections: server.clients.size,
      queued: committer.queued,
    }),
  };
}

async function openRoom(rooms: Rooms, tenantId: string, scriptId: string): Promise<Lease> {
  try {
    return await rooms.open(tenantId, scriptId);
  } catch (error) {
    logger.error({ err: error, scriptId }, 'a draft could not be loaded');
    throw new AppError('unavailable', undefined, { cause: error });
  }
}

/**
 * `?epoch=`: the epoch that the client's draft is of; without it the client takes the present one. `?about=1`: it wants to be
 * told the epoch and how full the draft is.
 */
function askedOf(request: IncomingMessage): { epoch: number | null; about: boolean } {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const epoch = searchParams.get('epoch');
  return { epoch: epoch === null ? null : Number(epoch), about: searchParams.get('about') === '1' };
}

/** One connection's way in. Throws `throttled` when a cap of the session, account or address is reached. */
function enterOf(lease: Lease, admission: Admission, limits: Limits, asked: ReturnType<typeof askedOf>) {
  const { room } = lease;
  let connection: Connection | null = null;
  const unregister = register(admission, (reason) => connection?.close(closeNameOf(reason)));
  const release = (): void => {
    unregister();
    lease.release();
  };
  const attach = (socket: WebSocket): void => {
    metrics.sockets.inc({ path: 'collab' });
    connection = new Connection(socket, admission, limits, {
      frame: (from, frame, bytes) => {
        room.receive(from, frame, bytes);
      },
      closing: (from, name, detail) => {
        room.noteClosing(from, name, detail);
      },
      closed: (from, code) => {
        metrics.sockets.dec({ path: 'collab' });
        room.leave(from, code);
        release();
      },
    });
    connection.wantsAbout = asked.about;
    room.join(connection);
    if (asked.epoch !== null && asked.epoch !== room.ledger.epoch) connection.close('epochChanged');
    else if (room.size > limits.socketsPerRoom) connection.close('tryLater', 'the room is full');
  };
  return { attach, release, attached: () => connection !== null };
}

/** Those that do not answer the close frame in time are cut off. */
async function allClosed(server: WebSocketServer): Promise<void> {
  await emptied(server, FAREWELL_MS);
  for (const socket of server.clients) socket.terminate();
  await emptied(server, FAREWELL_MS);
}

async function emptied(server: WebSocketServer, limitMs: number): Promise<void> {
  const endMs = monotonicMs() + limitMs;
  while (server.clients.size > 0 && monotonicMs() < endMs) await pause(10);
}
