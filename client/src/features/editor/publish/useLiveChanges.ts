import { draftRoots } from '@daihon/shared/script/draft/layout';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { Transaction } from 'yjs';
import { usePreferences } from '../../../app/preferences.ts';
import { useEditor } from '../session/context.ts';
import { touchedSteps } from '../session/touchedSteps.ts';
import { changesQuery } from './changes.ts';
import type { Changes } from './changes.ts';
import { newsSince } from './news.ts';
import { whenSaved } from './whenSaved.ts';

const settleMs = 600;
const none: ReadonlySet<string> = new Set<string>();

export interface LiveChanges {
  stored: 'waiting' | 'yes' | 'no';
  error: Error | null;
  /** Undefined until it has been compared for the first time. */
  now: Changes | undefined;
  /** What this person has looked at: nothing else may go out. */
  looked: Changes | null;
  /** Steps that have changed since they looked. */
  news: readonly string[];
  /** The news that they have looked at meanwhile, to stay marked. */
  noticed: ReadonlySet<string>;
  /** The version that the dialog was opened on, when a colleague has published since. */
  overtaken: number | null;
  look: () => void;
  reload: () => void;
}

/** The comparison that the dialog shows, loaded anew whenever the draft changes, and what of it has been looked at. */
export function useLiveChanges(): LiveChanges {
  const { language } = usePreferences();
  const { session } = useEditor();
  const { stored, retry } = useStored();
  const [looked, setLooked] = useState<Changes | null>(null);
  const [own, setOwn] = useState(none);
  const [noticed, setNoticed] = useState(none);
  const [overtaken, setOvertaken] = useState<number | null>(null);
  const query = useQuery({
    ...changesQuery(session.scriptId, language),
    enabled: stored === 'yes',
    staleTime: 0,
    refetchOnMount: 'always',
  });
  const { refetch } = query;
  useOwnEdits(setOwn);
  useDraftChanges(useCallback(() => retry(() => void refetch()), [retry, refetch]));
  const now = query.isFetchedAfterMount ? query.data : undefined;
  const news = now === undefined || looked === null ? [] : newsSince(looked, now, own);
  // The first comparison is looked at; so is one that tells nothing new, and one whose base is another: the notice says so.
  const rebased = now !== undefined && looked !== null && now.base !== looked.base;
  if (now !== undefined && now !== looked && (looked === null || rebased || news.length === 0)) {
    setLooked(now);
    if (rebased) setOvertaken(looked.base ?? 0);
    if (now.state !== looked?.state) setOwn(none);
  }
  return {
    stored,
    error: query.error,
    now,
    looked,
    news,
    noticed,
    overtaken,
    look: () => {
      setNoticed(new Set([...noticed, ...news]));
      setOwn(none);
      setLooked(now ?? null);
    },
    reload: () => void refetch(),
  };
}

/** The steps that this person changes here: holds back, takes in, mends. What seeds a colleague's new step is not among them. */
function useOwnEdits(setOwn: Dispatch<SetStateAction<ReadonlySet<string>>>) {
  const { session } = useEditor();
  useEffect(() => {
    const { doc, origin } = session;
    const roots = draftRoots(doc);
    const note = (transaction: Transaction) => {
      if (transaction.origin !== origin) return;
      const steps = touchedSteps(roots, transaction.changedParentTypes);
      setOwn((own) => new Set([...own, ...steps]));
    };
    doc.on('afterTransaction', note);
    return () => doc.off('afterTransaction', note);
  }, [session, setOwn]);
}

/** Whether everything typed here is stored; `retry` waits anew before it goes on. */
function useStored() {
  const { session } = useEditor();
  const [stored, setStored] = useState<LiveChanges['stored']>('waiting');
  const retry = useCallback(
    (then: () => void) => {
      whenSaved(session, new AbortController().signal).then(
        () => {
          setStored('yes');
          then();
        },
        () => setStored('no'),
      );
    },
    [session],
  );
  useEffect(() => retry(() => undefined), [retry]);
  return { stored, retry };
}

/** Calls `act` when the draft, whoever changes it, has come to rest for a moment. */
function useDraftChanges(act: () => void): void {
  const { session } = useEditor();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(act, settleMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, act]);
}
