import type { Call, EndCall, SaveCall, StartCall } from '@daihon/shared/call';
import type { CallRecord, Known } from './record.ts';
import { isSent, startBody, unsentParts } from './record.ts';

/** `saving`: on its way. `offline`: kept here, sent when the server can be reached. `refused`: the server will never take it. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'refused';

/** The three writes of a call. Each may be repeated: ids and revs are ours. Rejects with what `verdictOf` understands. */
export interface CallWire {
  start(body: StartCall): Promise<unknown>;
  save(id: string, body: SaveCall): Promise<Call>;
  end(id: string, body: EndCall): Promise<Call>;
}

export type Verdict = 'later' | 'never';

export interface SaveQueueDeps {
  wire: CallWire;
  /** The newest record. */
  read(): CallRecord;
  /** The server has this much more. */
  confirm(known: Known): void;
  /** The call went on at another seat: what the server answered stands, and what was sent is kept there beside it. */
  overtaken(stands: Call): Promise<void>;
  verdictOf(error: unknown): Verdict;
  tell(state: SaveState): void;
  /** Runs `work` after `ms`; the result cancels it. */
  later?: (work: () => void, ms: number) => () => void;
}

export interface SaveQueue {
  /** Something changed. */
  touch(): void;
  /** The line may be back, or the page goes: tries at once. Resolves when the try is over. */
  poke(): Promise<void>;
  stop(): void;
}

/** Well under the second that a change may take to the server, long enough to send a burst of keys as one. */
const gatherMs = 350;
const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/**
 * Brings a call to the server: one request at a time, always the newest of every part that it does not have, until it has all.
 * An answer that got lost leads to the same request again, which the server knows by id and rev: once in effect.
 */
export function createSaveQueue(deps: SaveQueueDeps): SaveQueue {
  const later = deps.later ?? afterTimeout;
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let retries = 0;
  let stopped = false;

  return {
    touch() {
      if (isSent(deps.read())) return;
      // While offline the mark stays: typing on does not make it any more saved.
      if (retries === 0) deps.tell('saving');
      if (cancel === null && running === null) plan(gatherMs);
    },
    poke() {
      if (stopped || isSent(deps.read())) return running ?? Promise.resolve();
      return running ?? run();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };

  function plan(ms: number): void {
    cancel?.();
    cancel = later(() => {
      cancel = null;
      if (running === null) void run();
    }, ms);
  }

  function run(): Promise<void> {
    cancel?.();
    cancel = null;
    running = attempt().finally(() => {
      running = null;
      if (!stopped && cancel === null && retries === 0 && !isSent(deps.read())) plan(gatherMs);
    });
    return running;
  }

  async function attempt(): Promise<void> {
    try {
      await sendNext();
      retries = 0;
      deps.tell(isSent(deps.read()) ? 'saved' : 'saving');
    } catch (error) {
      const final = deps.verdictOf(error) === 'never';
      deps.tell(final ? 'refused' : 'offline');
      retries += 1;
      if (!stopped && !final) plan(retryMs(retries));
    }
  }

  async function sendNext(): Promise<void> {
    if (!deps.read().started) {
      await deps.wire.start(startBody(deps.read()));
      // An earlier try may have begun the call with less: all that changed since the beginning goes as a save.
      deps.confirm({ started: true, sentRev: 0 });
    }
    const record = deps.read();
    const { id, rev, endedAt, outcome, seat, base } = record;
    const state = unsentParts(record);
    if (endedAt !== null && !record.endSent) {
      const body = { rev, outcome, endedAt, state, seat, base };
      await take(rev, await deps.wire.end(id, body), { endSent: true });
    } else if (Object.keys(state).length > 0) {
      await take(rev, await deps.wire.save(id, { rev, ...state, seat, base }), {});
    }
  }

  async function take(rev: number, stands: Call, known: Known): Promise<void> {
    const { revision, asides, elsewhere = [] } = stands;
    if (elsewhere.length === 0) deps.confirm({ ...known, sentRev: rev, base: revision, asides });
    // What was typed while this was on its way goes the same way first.
    else if (deps.read().rev === rev) await deps.overtaken(stands);
  }
}

function afterTimeout(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** Doubling with jitter: a whole floor comes back together after an outage. */
function retryMs(retries: number): number {
  return Math.min(firstRetryMs * 2 ** (retries - 1), longestRetryMs) * (0.75 + Math.random() / 2);
}
