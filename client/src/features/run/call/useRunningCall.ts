import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OwnReading, PendingRelease } from '@daihon/shared/receipts';
import { end, goTo } from '@daihon/shared/script/walk';
import { push } from '../../../wire/push.ts';
import { useSession } from '../../../wire/session.ts';
import { owedBefore } from '../home/ownReading.ts';
import { reading } from '../home/reading.ts';
import { openShelf } from '../save/callShelf.ts';
import { settleLeftovers } from '../save/leftovers.ts';
import { connectCall } from './connectCall.ts';
import type { ConnectedCall } from './connectCall.ts';
import { NotOut, openCall } from './openCall.ts';
import { readScreenPop } from './screenPop.ts';
import type { ScreenPop } from './screenPop.ts';
import { tabCall } from './tabCall.ts';

export type RunningCallState =
  | { status: 'loading' }
  | { status: 'notOut' }
  | { status: 'failed'; error: unknown }
  | { status: 'gate'; owed: PendingRelease[]; own: OwnReading | null; pass: () => void }
  | { status: 'ready'; call: ConnectedCall };

interface Ask {
  callId: string | null;
  pop: ScreenPop;
  /** The step that a link leads to. */
  stepId: string | null;
}

const nothingPopped: ScreenPop = { callId: null, values: {} };

/**
 * The call of this page: gone on with, or begun. What the address said is read once and then leaves the address bar. `notThere` is
 * called when a link leads to a step that the version has not, or that lies behind a gate.
 */
export function useRunningCall(scriptId: string, notThere: () => void) {
  const onNotThere = useRef(notThere);
  useEffect(() => {
    onNotThere.current = notThere;
  });
  const account = useSession();
  const { id: accountId, name } = account;
  const [search, setSearch] = useSearchParams();
  const [state, setState] = useState<RunningCallState>({ status: 'loading' });
  const [ask, setAsk] = useState<Ask & { scriptId: string }>(() => ({ scriptId, ...askOf(search) }));
  const current = useRef<ConnectedCall | null>(null);

  const given = [...search.keys()].some(
    (key) => key === 'call' || key === 'call_id' || key === 'step' || key.startsWith('v.'),
  );
  useEffect(() => {
    if (!given && ask.scriptId === scriptId) return;
    setAsk({ scriptId, ...askOf(search) });
    // Personal data must not stay where it is copied from, bookmarked, and sent along as a referrer.
    if (given) setSearch({}, { replace: true });
  }, [given, scriptId, search, ask.scriptId, setSearch]);

  useEffect(() => {
    let wanted = true;
    setState({ status: 'loading' });
    const callId = ask.callId ?? (ask.pop.callId === null ? openTabCall(accountId, ask.scriptId) : null);
    /** Shows what is to be acknowledged first, and waits for it. */
    const mayBegin = async () => {
      const { owed, own } = await owedBefore(accountId, ask.scriptId);
      if (owed.length === 0) return;
      await new Promise<void>((pass) => {
        if (wanted) setState({ status: 'gate', owed, own, pass });
      });
      for (const { seq } of owed) {
        push.ack(seq);
        reading.acknowledge(accountId, seq);
      }
      if (wanted) setState({ status: 'loading' });
    };
    void openCall({
      account: { id: accountId, name },
      scriptId: ask.scriptId,
      callId,
      pop: ask.pop,
      mayBegin,
    }).then(
      (opened) => {
        if (!wanted) return;
        const { record, version } = opened;
        tabCall.set(accountId, ask.scriptId, record.id);
        reading.opened(accountId, ask.scriptId, version.number);
        // Whoever opens a script has its newest change before them.
        if (version.seq !== null) push.seen(version.seq);
        current.current = connectCall(opened);
        if (ask.stepId !== null && !goToLinked(current.current, ask.stepId)) onNotThere.current();
        setState({ status: 'ready', call: current.current });
        void settleLeftovers(accountId, record.id).catch(() => undefined);
      },
      (error: unknown) => {
        if (wanted) setState(error instanceof NotOut ? { status: 'notOut' } : { status: 'failed', error });
      },
    );
    return () => {
      wanted = false;
      if (current.current !== null) leave(current.current);
      current.current = null;
    };
  }, [ask, accountId, name]);

  return {
    state,
    startNext: useCallback(() => {
      tabCall.clear(accountId, scriptId);
      setAsk({ scriptId, callId: null, pop: nothingPopped, stepId: null });
    }, [accountId, scriptId]),
    retry: useCallback(() => setAsk((before) => ({ ...before })), []),
    takeBack: useCallback(
      () => setAsk({ scriptId, callId: tabCall.get(accountId, scriptId), pop: nothingPopped, stepId: null }),
      [accountId, scriptId],
    ),
  };
}

function askOf(search: URLSearchParams): Ask {
  return { callId: search.get('call'), pop: readScreenPop(search), stepId: search.get('step') };
}

/** The call that this tab was on, if it has not ended. */
function openTabCall(accountId: string, scriptId: string): string | null {
  const id = tabCall.get(accountId, scriptId);
  const record = id === null ? null : openShelf(accountId, localStorage).read(id);
  return record !== null && record.endedAt === null ? record.id : null;
}

/** False when the call stays where it is, though not there. */
function goToLinked({ store }: ConnectedCall, stepId: string): boolean {
  const { walk } = store.get();
  if (walk.ended !== null || walk.path.at(-1)?.stepId === stepId) return true;
  return store.move((now, at) => goTo(now, stepId, at));
}

/** A look at a script in which nothing was done is no call: it ends without a result, so that it is not offered again. */
function leave(call: ConnectedCall): void {
  const { store } = call;
  if (store.untouched() && !store.get().lost) store.move((walk, at) => end(walk, at, null));
  call.close();
}
