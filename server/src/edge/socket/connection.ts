import type { ZodType } from 'zod';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { Feed } from '@daihon/shared/wire/events';
import { Look, Resume, Seen } from '@daihon/shared/wire/events';
import { logger } from '../../platform/logger.ts';
import { record } from '../../store/auditLog.ts';
import type { AccessChange, Context, Ports } from '../../usecases/context.ts';
import { noteAcknowledged, noteOpened } from '../../usecases/releases/noteReading.ts';
import { keepsReceipts, readFeed } from '../../usecases/releases/readFeed.ts';
import type { Admission } from '../admission.ts';
import { createBucket } from './bucket.ts';
import { openLine } from './line.ts';
import { createLooks } from './looks.ts';
import { createPointers } from './pointers.ts';
import type { ReceiptBatch } from './receiptBatch.ts';
import type { PushAction } from './socketAudit.ts';
import { note, socketRow } from './socketAudit.ts';
import type { PushServer, PushSocket } from './types.ts';
import { accountRoom, receiptRoom, tenantRoom } from './types.ts';

export interface PushConnection {
  /** Tells the client why, then disconnects it. */
  end(reason: AccessChange): void;
  /** Keeps a receipt for these releases, which were just sent, once the peer has them. */
  prove(seqs: readonly number[]): void;
  /** Writes what was counted of pointers since the last time. */
  sumPointers(): void;
  /** Resolves when the disconnection is on record. */
  closed: Promise<void>;
}

export interface ConnectionDeps {
  io: PushServer;
  socket: PushSocket;
  admission: Admission;
  ports: Ports;
  receipts: ReceiptBatch;
}

interface Live {
  context: Context;
  admission: Admission;
  socket: PushSocket;
}

/** One push socket from its admission to its end. */
export function openConnection({ socket, admission, ports, receipts }: ConnectionDeps): PushConnection {
  const { actor } = admission;
  const context: Context = { actor, origin: admission.origin };
  const live: Live = { context, admission, socket };
  const { limits } = ports;
  const line = openLine(socket, limits.queuedBytesPerSocket, () => {
    note(socketRow(context, 'refused', 'out', { reason: 'reads too slowly' }, 'refused'));
    // Later: the broadcast that filled it is still going through the sockets.
    setImmediate(() => line.cut());
  });
  const pointers = createPointers(live);
  const prove = (seqs: readonly number[]) => {
    if (seqs.length === 0 || !keepsReceipts(context)) return;
    const received = seqs.map((seq) => ({ seq, accountId: actor.accountId }));
    line.readUpToHere(() => receipts.add(actor.tenantId, received));
  };

  guardEvents(live, limits.pushEventsPerSecond, limits.pointersPerSecond);
  socket.on('resume', async (ask, answer) => {
    const feed = await take(live, 'resume', Resume, ask, answer, async ({ since }): Promise<Feed> => {
      const found = await readFeed(context, since);
      // By its own word the client has everything up to `since`; its last receipt may have been lost with the line.
      if (since > 0 && since <= found.seq && keepsReceipts(context)) {
        receipts.add(actor.tenantId, [{ seq: since, accountId: actor.accountId }]);
      }
      return found;
    });
    if (feed !== null) prove(feed.items.map((item) => item.seq));
  });
  socket.on('seen', (ask, answer) =>
    take(live, 'seen', Seen, ask, answer, async ({ seq }) => {
      await noteOpened(ports, context, seq);
      admission.touch();
      return { ok: true };
    }),
  );
  socket.on('ack', (ask, answer) =>
    take(live, 'ack', Seen, ask, answer, async ({ seq }) => {
      await noteAcknowledged(ports, context, seq);
      admission.touch();
      return { ok: true };
    }),
  );
  const look = createLooks(live);
  socket.on('look', (ask, answer) => take(live, 'look', Look, ask, answer, look));
  socket.on('pointer', (ask) => pointers.take(ask));
  const closed = new Promise<void>((resolve) => {
    socket.once('disconnect', (reason) => {
      record([...pointers.sum(), socketRow(context, 'disconnect', 'in', { reason })]).then(
        () => resolve(),
        (error: unknown) => {
          logger.error({ err: error }, 'a disconnection could not be recorded');
          resolve();
        },
      );
    });
  });
  void socket.join([
    tenantRoom(actor.tenantId),
    accountRoom(actor.tenantId, actor.accountId),
    ...(can(actor, 'receipt.read') ? [receiptRoom(actor.tenantId)] : []),
  ]);
  note(socketRow(context, 'connect', 'in', { socket: socket.id }));
  return {
    end: (reason) => endSocket(live, reason),
    prove,
    sumPointers: () => note(...pointers.sum()),
    closed,
  };
}

const knownEvents: ReadonlySet<string> = new Set(['resume', 'seen', 'ack', 'pointer', 'look']);

/** Before every event: does the session still hold, is the event known, does it come too often. */
function guardEvents(live: Live, eventsPerSecond: number, pointersPerSecond: number): void {
  const events = createBucket(eventsPerSecond);
  const pointers = createBucket(pointersPerSecond);
  // Pointers above their rate are dropped; a stream of them that goes on regardless is not a page's.
  const flood = createBucket(4 * pointersPerSecond, 10 * pointersPerSecond);
  live.socket.use(([name], next) => {
    const ended = live.admission.ended();
    if (ended !== null) endSocket(live, ended);
    else if (!knownEvents.has(name)) refuseSocket(live, 'unknown event');
    else if (name !== 'pointer') {
      if (events.take()) next();
      else refuseSocket(live, 'too many events');
    } else if (!flood.take()) refuseSocket(live, 'too many pointers');
    else if (pointers.take()) next();
  });
}

/** Parses, does, records, answers with what it gives back. Whatever goes wrong is an answer, never an end of the process. */
async function take<T, R extends object>(
  live: Live,
  action: PushAction,
  schema: ZodType<T>,
  ask: unknown,
  answer: unknown,
  work: (ask: T) => Promise<R>,
): Promise<R | null> {
  if (!isAnswer(answer)) {
    note(socketRow(live.context, action, 'in', { error: 'no acknowledgement asked for' }, 'refused'));
    return null;
  }
  try {
    const parsed = schema.safeParse(ask);
    if (!parsed.success) throw new AppError('bad_input');
    const reply = await work(parsed.data);
    const items = 'items' in reply && Array.isArray(reply.items) ? { items: reply.items.length } : {};
    await record([socketRow(live.context, action, 'in', { ...parsed.data, ...items })]);
    answer(reply);
    return reply;
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal';
    if (code === 'internal') logger.error({ err: error, event: action }, 'a push event failed');
    note(socketRow(live.context, action, 'in', { error: code }, code === 'internal' ? 'failed' : 'refused'));
    answer({ ok: false, error: code });
    return null;
  }
}

function isAnswer(value: unknown): value is (reply: object) => void {
  return typeof value === 'function';
}

function endSocket(live: Live, reason: AccessChange): void {
  if (!live.socket.connected) return;
  live.socket.emit('session-ended', { reason });
  note(socketRow(live.context, 'session-ended', 'out', { reason }));
  live.socket.disconnect(true);
}

function refuseSocket(live: Live, reason: string): void {
  if (!live.socket.connected) return;
  note(socketRow(live.context, 'refused', 'in', { reason }, 'refused'));
  live.socket.disconnect(true);
}
