import { useSyncExternalStore } from 'react';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type {
  Acknowledgement,
  ClientToServer,
  Feed,
  FeedItem,
  MentionEvent,
  Look,
  LookEvent,
  Pointer,
  PointerEvent,
  ReceiptsEvent,
  ReleaseEvent,
  ReminderEvent,
  ScriptNewsEvent,
  ServerToClient,
  WithdrawnEvent,
} from '@daihon/shared/wire/events';
import { receive, resumed, startOrder } from './feedOrder.ts';
import type { Delivery, FeedOrder } from './feedOrder.ts';
import { lastSeqOf, rememberSeq } from './feedMemory.ts';
import { flushReceipts, queueReceipt } from './receiptQueue.ts';
import type { ReceiptKind } from './receiptQueue.ts';
import { session } from './session.ts';

export type PushStatus = 'connecting' | 'connected' | 'offline';

/** `replayed`: it happened while this page was not connected and was caught up. */
export interface PushEvents {
  release: (event: ReleaseEvent, how: { replayed: boolean }) => void;
  withdrawn: (event: WithdrawnEvent, how: { replayed: boolean }) => void;
  pointer: (event: PointerEvent) => void;
  /** For a script whose room this page is in: it has sent a pointer for it. */
  scriptNews: (event: ScriptNewsEvent) => void;
  mention: (event: MentionEvent) => void;
  look: (event: LookEvent) => void;
  /** Who has read these releases has changed: told to those who may know. */
  receipts: (event: ReceiptsEvent) => void;
  /** This agent is asked to acknowledge a release. */
  reminder: (event: ReminderEvent) => void;
}

/** The one socket.io connection of a page: releases in order and once, with what was missed caught up by number. */
export const push = {
  status: (): PushStatus => status,
  subscribe: (listener: () => void): (() => void) => {
    statusListeners.add(listener);
    return () => statusListeners.delete(listener);
  },
  on<E extends keyof PushEvents>(event: E, listener: PushEvents[E]): () => void {
    const set: Set<PushEvents[E]> = listeners[event];
    set.add(listener);
    return () => set.delete(listener);
  },
  /** After sign-in. Starting again for the same account does nothing. */
  start(account: string): void {
    if (accountId === account) return;
    push.stop();
    accountId = account;
    order = startOrder(lastSeqOf(account));
    setStatus('connecting');
    armOffline();
    socket = connect();
  },
  stop(): void {
    socket?.disconnect();
    socket = null;
    accountId = null;
    resuming = false;
    clearTimeout(offlineTimer);
  },
  /** "I have read this change." Kept and sent later when there is no connection; the server counts it once. */
  ack: (seq: number): void => report('ack', seq),
  /** The release was opened. Kept and sent later, too. */
  seen: (seq: number): void => report('seen', seq),
  /**
   * Enters the room of a script, off the map: the server sends others' pointers and news to those who have sent a pointer.
   * After each reconnect it has to be entered anew.
   */
  enterScript: (scriptId: string): void => {
    socket?.emit('pointer', { scriptId, x: null, y: null });
  },
  /** A place on the map for the others; lost when the line is busy. */
  sendPointer: (pointer: Pointer): void => {
    socket?.volatile.emit('pointer', pointer);
  },
  /** Shows the others a place in a draft; resolves with whether it went out. */
  async sendLook(look: Look): Promise<boolean> {
    const line = socket;
    if (!line?.connected) return false;
    return answerTo<Acknowledgement<object>>((done) => line.timeout(answerMs).emit('look', look, done)).then(
      (reply) => reply.ok,
      () => false,
    );
  },
};

export function usePushStatus(): PushStatus {
  return useSyncExternalStore(push.subscribe, push.status);
}

const statusListeners = new Set<() => void>();
const listeners: { [E in keyof PushEvents]: Set<PushEvents[E]> } = {
  release: new Set(),
  withdrawn: new Set(),
  pointer: new Set(),
  scriptNews: new Set(),
  mention: new Set(),
  look: new Set(),
  receipts: new Set(),
  reminder: new Set(),
};
const answerMs = 8_000;
/** A page shows that it is cut off at the latest this long after it is. */
const offlineAfterMs = 2_000;
const checkSessionEveryMs = 15_000;

let socket: Socket<ServerToClient, ClientToServer> | null = null;
let accountId: string | null = null;
let order: FeedOrder = startOrder(0);
let status: PushStatus = 'connecting';
let resuming = false;
/** Questions for what was missed that got no answer, since the last one that did. */
let unanswered = 0;
let offlineTimer: ReturnType<typeof setTimeout> | undefined;
let sessionCheckedAt = 0;

function connect(): Socket<ServerToClient, ClientToServer> {
  const line: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket'],
    // Thousands of pages come back together after a restart: spread them.
    reconnectionDelay: 800,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.7,
  });
  const current = () => socket === line;
  line.on('connect', () => current() && void resume());
  line.on('release', (event) => current() && take(receive(order, { ...event, kind: 'release' }), false));
  line.on('withdrawn', (event) => current() && take(receive(order, { ...event, kind: 'withdrawn' }), false));
  line.on('pointer', (event) => listeners.pointer.forEach((listener) => listener(event)));
  line.on('script-news', (event) => listeners.scriptNews.forEach((listener) => listener(event)));
  line.on('mention', (event) => listeners.mention.forEach((listener) => listener(event)));
  line.on('look', (event) => listeners.look.forEach((listener) => listener(event)));
  line.on('receipts', (event) => listeners.receipts.forEach((listener) => listener(event)));
  line.on('reminder', (event) => listeners.reminder.forEach((listener) => listener(event)));
  line.on('session-ended', ({ reason }) => session.end(reason));
  line.on('connect_error', () => current() && void checkSession());
  line.on('disconnect', (reason) => {
    if (!current()) return;
    setStatus('connecting');
    armOffline();
    // socket.io does not come back by itself after the server's own word; a restart says that word too.
    if (reason === 'io server disconnect') {
      void checkSession();
      setTimeout(() => current() && line.connect(), 500 + Math.random() * 1_500);
    }
  });
  return line;
}

/** Asks for everything missed; at most one question at a time. */
async function resume(): Promise<void> {
  const line = socket;
  if (line === null || resuming) return;
  resuming = true;
  const since = order.last;
  try {
    const reply = await answerTo<Feed | { error: string }>((done) =>
      line.timeout(answerMs).emit('resume', { since }, done),
    );
    if (socket !== line) return;
    if ('error' in reply) throw new Error(reply.error);
    resuming = false;
    unanswered = 0;
    setStatus('connected');
    take(resumed(order, since, reply), true);
    flush();
  } catch {
    // No answer on an open line: the line is dead though nobody has said so, which a new one tells; or thousands ask at once,
    // and each that came again at once would keep it so.
    if (socket === line) {
      line.disconnect();
      setTimeout(() => socket === line && line.connect(), answerlessWait());
    }
  } finally {
    resuming = false;
  }
}

/** At once the first time, then longer each time, spread out. */
function answerlessWait(): number {
  unanswered += 1;
  return unanswered === 1 ? 0 : Math.random() * Math.min(1_000 * 2 ** unanswered, 20_000);
}

function take(delivery: Delivery, replayed: boolean): void {
  const before = order.last;
  order = delivery.order;
  if (order.last !== before && accountId !== null) rememberSeq(accountId, before, order.last);
  for (const item of delivery.deliver) deliver(item, replayed);
  if (delivery.gap) void resume();
}

function deliver(item: FeedItem, replayed: boolean): void {
  if (item.kind === 'release') listeners.release.forEach((listener) => listener(item, { replayed }));
  if (item.kind === 'withdrawn') listeners.withdrawn.forEach((listener) => listener(item, { replayed }));
}

function report(kind: ReceiptKind, seq: number): void {
  if (accountId === null) return;
  queueReceipt(accountId, kind, seq);
  flush();
}

function flush(): void {
  const line = socket;
  if (line === null || !line.connected || accountId === null) return;
  void flushReceipts(accountId, async (kind, seq) => {
    const reply = await answerTo<Acknowledgement<object>>((done) =>
      line.timeout(answerMs).emit(kind, { seq }, done),
    );
    // A refusal is final (withdrawn, not for this account): asking again would not help.
    return reply.ok || reply.error !== 'throttled';
  });
}

/** The acknowledgement of an emit as a promise; rejects when none came in time. */
function answerTo<T>(emit: (done: (error: Error | null, reply: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    emit((error, reply) => {
      if (error === null) resolve(reply);
      else reject(error);
    });
  });
}

/** A refused upgrade looks like any other failure to a page: the session route tells whether it is over. */
async function checkSession(): Promise<void> {
  if (Date.now() - sessionCheckedAt < checkSessionEveryMs) return;
  sessionCheckedAt = Date.now();
  await fetch('/api/session', { headers: { accept: 'application/json' } })
    .then((response) => {
      if (response.status === 401) session.end('expired');
    })
    .catch(() => undefined);
}

function setStatus(next: PushStatus): void {
  if (next === 'connected') clearTimeout(offlineTimer);
  if (next === status) return;
  // While cut off, attempts to come back are no news: "offline" stays until it is over.
  if (status === 'offline' && next === 'connecting') return;
  status = next;
  for (const listener of statusListeners) listener();
}

function armOffline(): void {
  clearTimeout(offlineTimer);
  offlineTimer = setTimeout(() => setStatus('offline'), offlineAfterMs);
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => accountId !== null && setStatus('offline'));
  // The socket may have survived or may only seem so: the answer to resume decides.
  window.addEventListener('online', () => {
    if (socket?.connected === true) void resume();
    else socket?.connect();
  });
}
