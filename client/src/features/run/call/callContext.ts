import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CallStore, CallView } from './callStore.ts';

export const CallContext = createContext<CallStore | null>(null);

/** The call of this screen and its newest view. */
export function useCall(): { store: CallStore; view: CallView } {
  const store = useContext(CallContext);
  if (store === null) throw new Error('useCall is for the call screen');
  return { store, view: useSyncExternalStore(store.subscribe, store.get) };
}
