import type { Call } from '@daihon/shared/call';
import type { ReleaseEvent, WithdrawnEvent } from '@daihon/shared/wire/events';
import type { Script } from '@daihon/shared/script/schema';
import type { Version } from '@daihon/shared/version';
import { api } from '../../../wire/http.ts';
import { push } from '../../../wire/push.ts';
import { reading } from '../home/reading.ts';
import { openShelf } from '../save/callShelf.ts';
import { callWire, verdictOf } from '../save/callWire.ts';
import { guardRecord } from '../save/guardRecord.ts';
import { holdCall } from '../save/leftovers.ts';
import { recordElsewhere } from '../save/record.ts';
import { createSaveQueue } from '../save/saveQueue.ts';
import type { SaveQueue } from '../save/saveQueue.ts';
import type { Incoming } from '../update/liveUpdate.ts';
import { createCallStore } from './callStore.ts';
import type { CallStore } from './callStore.ts';
import { eventually } from './eventually.ts';
import type { Attempts } from './eventually.ts';
import { loadCurrent, loadVersion, walkScriptOf } from './loadVersion.ts';
import { resume } from './openCall.ts';
import type { OpenedCall } from './openCall.ts';

export interface ConnectedCall {
  store: CallStore;
  queue: SaveQueue;
  close(): void;
}

/** A running call with all it hangs on: this browser's storage, the server, and the releases that come in. */
export function connectCall({ walk, record }: OpenedCall): ConnectedCall {
  const shelf = openShelf(record.accountId, localStorage);
  const store: CallStore = createCallStore(walk, record, {
    keep: (next) => {
      shelf.write(guardRecord(next));
      // Reads the store's record, which is this one only after the change is through.
      queueMicrotask(() => queue.touch());
    },
    acknowledge: (seq) => {
      push.ack(seq);
      reading.acknowledge(record.accountId, seq);
    },
  });
  const queue = createSaveQueue({
    wire: callWire,
    read: () => guardRecord(store.get().record),
    confirm: (known) => store.confirm(known),
    overtaken: (stands) => goOnAsElsewhere(store, stands),
    verdictOf,
    tell: (save) => {
      if (store.get().save !== save) store.note({ save });
    },
  });
  shelf.write(guardRecord(record));
  queue.touch();
  const letGo = holdCall(record.id, () => {
    queue.stop();
    store.note({ lost: true });
  });
  const stops = [followReleases(store), followLine(queue), rememberReading(store)];
  return {
    store,
    queue,
    close() {
      stops.forEach((stop) => stop());
      void queue.poke().finally(() => {
        queue.stop();
        letGo();
      });
    },
  };
}

/** Takes over what another seat has made of the call; when it cannot be loaded now, the next save comes back here. */
async function goOnAsElsewhere(store: CallStore, stands: Call): Promise<void> {
  const { record } = store.get();
  const opened = await resume(recordElsewhere(record, stands));
  // What was typed meanwhile is sent first, and kept beside with the rest.
  if (store.get().record.rev === record.rev) store.adopt(opened.walk, opened.record);
}

/** What comes in live, and what came out while the call was put away. */
function followReleases(store: CallStore): () => void {
  const asked = new Set<Attempts>();
  /** A failed look is no missed release: it is repeated, at once when the line is back. */
  const receiveOf = (ask: () => Promise<Incoming | null>) =>
    asked.add(eventually(ask, (incoming) => incoming !== null && store.receive(incoming), { verdictOf }));
  const concerns = (scriptId: string) => {
    const { root, called } = store.get().walk;
    return root.scriptId === scriptId || called[scriptId] !== undefined;
  };
  const offRelease = push.on('release', (event) => {
    if (!concerns(event.scriptId)) return;
    if (event.script !== undefined) store.receive(incomingOf(event, event.script));
    else {
      const spread = spreadOut();
      receiveOf(() => spread.then(() => fetchIncoming(event)));
    }
  });
  const withdraw = (event: WithdrawnEvent) => {
    if (concerns(event.scriptId)) store.withdraw(event);
  };
  const offWithdrawn = push.on('withdrawn', withdraw);
  const catchUp = () => {
    asked.add(
      eventually(
        () => api.get<{ items: WithdrawnEvent[] }>('/api/withdrawals'),
        ({ items }) => items.forEach(withdraw),
        { verdictOf },
      ),
    );
    const { root, called } = store.get().walk;
    for (const { scriptId } of [root, ...Object.values(called)])
      receiveOf(async () => {
        const version = await loadCurrent(scriptId);
        return version === null ? null : found(version);
      });
  };
  const offStatus = push.subscribe(() => {
    if (push.status() === 'connected') asked.forEach((attempts) => attempts.poke());
  });
  catchUp();
  return () => {
    asked.forEach((attempts) => attempts.stop());
    offRelease();
    offWithdrawn();
    offStatus();
  };
}

const spreadMs = 1_000;

/** Thousands of agents learn of a large version at the same moment: each waits its own part of a second before it asks. */
function spreadOut(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs));
}

function incomingOf(event: ReleaseEvent, script: Script): Incoming {
  const { seq, scriptId, version, note, author } = event;
  return { seq, class: event.class, note, author, next: { scriptId, version, script } };
}

async function fetchIncoming(event: ReleaseEvent): Promise<Incoming> {
  const { script } = await loadVersion(event.scriptId, event.version);
  return incomingOf(event, script);
}

function found(version: Version): Incoming {
  const { seq, note, author } = version;
  return { seq, class: version.class, note, author: author.name, next: walkScriptOf(version) };
}

/** The version that the call has come to is the one its agent has read. */
function rememberReading(store: CallStore): () => void {
  let last = store.get().walk.root.version;
  return store.subscribe(() => {
    const { walk, record, news } = store.get();
    if (walk.root.version === last) return;
    last = walk.root.version;
    reading.opened(record.accountId, walk.root.scriptId, last);
    // Switched before the agent's eyes: read at every seat. What was swapped in unseen is not.
    if (news?.phase === 'switched' && news.incoming.seq !== null) push.seen(news.incoming.seq);
  });
}

/** Tries at once when the line is back and when the page is put away. */
function followLine(queue: SaveQueue): () => void {
  const poke = () => void queue.poke();
  const offStatus = push.subscribe(() => {
    if (push.status() === 'connected') poke();
  });
  window.addEventListener('online', poke);
  window.addEventListener('pagehide', poke);
  document.addEventListener('visibilitychange', poke);
  return () => {
    offStatus();
    window.removeEventListener('online', poke);
    window.removeEventListener('pagehide', poke);
    document.removeEventListener('visibilitychange', poke);
  };
}
