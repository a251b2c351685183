import { textOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import { stepRoles } from '@daihon/shared/script/kinds';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { ScriptProvider } from '../../../wire/draftProvider.ts';
import { session as signedIn } from '../../../wire/session.ts';
import { unsentWork } from '../../../wire/unsentWork.ts';
import type { UnsentStep, UnsentWork } from '../../../wire/unsentWork.ts';
import type { ScriptStore } from './scriptStore.ts';
import { stepsInUpdate } from './touchedSteps.ts';

/** What a session has that may stay behind. */
interface Visit {
  scriptId: string;
  user: { id: string };
  doc: Y.Doc;
  provider: ScriptProvider;
  store: ScriptStore;
  origin: object;
}

const everyMs = 1_000;

/**
 * Keeps in this tab what the server has not confirmed, as long as there is any: at most once a second, and at once when
 * the page or the draft is left or closed. Returns what ends it.
 */
export function keepUnsent(session: Visit): () => void {
  const { provider } = session;
  const id = `${session.scriptId}.${session.doc.clientID}`;
  const endLive = unsentWork.live(id);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const keep = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const work = workOf(session, id);
    if (work === null) unsentWork.remove(id);
    else unsentWork.put(work);
  };
  const soon = () => {
    timer ??= setTimeout(keep, everyMs);
  };
  let { ended } = provider.connection;
  const stops = [
    provider.saved.subscribe(soon),
    provider.subscribe(() => {
      if (provider.connection.ended === ended) return;
      ({ ended } = provider.connection);
      keep();
    }),
  ];
  window.addEventListener('pagehide', keep);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', keep);
    keep();
    endLive();
  };
}

/** Once the draft is loaded: what only a lost line held up comes in by itself, the rest when its author says so. */
export function takeUnsent(session: Visit, onRestored: () => void): () => void {
  const take = (work: UnsentWork) => {
    Y.applyUpdate(session.doc, fromBase64(work.update), session.origin);
    session.store.refresh();
    unsentWork.remove(work.id);
    onRestored();
  };
  for (const work of unsentWork.of(session.user.id)) {
    if (work.scriptId !== session.scriptId) continue;
    if (isOfAnotherEpoch(work, session)) unsentWork.put({ ...work, reason: 'epochChanged' });
    else if (work.reason === null && session.provider.connection.space !== 'full') take(work);
  }
  return offerWhileRoom(session, take);
}

/** The draft was replaced meanwhile: what was made in the old one is not part of this one. */
function isOfAnotherEpoch({ epoch }: UnsentWork, { provider }: Visit): boolean {
  return typeof epoch === 'number' && provider.epoch !== null && epoch !== provider.epoch;
}

/** A full draft would refuse it again. */
function offerWhileRoom({ scriptId, provider }: Visit, take: (work: UnsentWork) => void): () => void {
  let end: (() => void) | null = null;
  const follow = () => {
    const full = provider.connection.space === 'full';
    if (full) {
      end?.();
      end = null;
    } else end ??= unsentWork.takeBack(scriptId, take);
  };
  follow();
  const stop = provider.subscribe(follow);
  return () => {
    stop();
    end?.();
  };
}

function workOf(session: Visit, id: string): UnsentWork | null {
  const { provider, store, doc } = session;
  const update = provider.saved.work;
  if (update === null) return null;
  store.refresh();
  const { script } = store.get();
  return {
    id,
    accountId: session.user.id,
    scriptId: session.scriptId,
    scriptTitle: script.title,
    at: new Date().toISOString(),
    count: provider.saved.count,
    reason: provider.connection.ended ?? (signedIn.get().status === 'signedOut' ? 'sessionEnded' : null),
    steps: stepsInUpdate(doc, update).flatMap((stepId) => describe(script, stepId)),
    epoch: provider.epoch,
    update: toBase64(update),
  };
}

function describe({ steps }: Script, stepId: string): UnsentStep[] {
  const step = steps.find((each) => each.id === stepId);
  if (step === undefined) return [];
  const texts = stepRoles.map((role) => textOf(step[role])).filter((text) => text !== '');
  const choices = step.choices.map(({ label }) => label).filter((label) => label !== '');
  return [{ title: step.title, lines: [...texts, ...choices.map((label) => `→ ${label}`)] }];
}
