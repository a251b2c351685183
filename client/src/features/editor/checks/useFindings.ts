import { useSyncExternalStore } from 'react';
import { useEditor } from '../session/context.ts';
import type { DraftSession } from '../session/draftSession.ts';
import { FindingsStore } from './findingsStore.ts';
import type { Findings } from './findingsStore.ts';

const stores = new WeakMap<DraftSession, FindingsStore>();

/** What the checks say about the draft, a moment after the last change. Shared by all who ask. */
export function useFindings(): Findings {
  const store = useFindingsStore();
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useFindingsStore(): FindingsStore {
  return findingsStoreOf(useEditor().session);
}

/** Its worker ends with the session. */
export function findingsStoreOf(session: DraftSession): FindingsStore {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store = new FindingsStore(session);
  stores.set(session, store);
  session.ends.add(() => store.destroy());
  return store;
}
