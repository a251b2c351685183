import { useSyncExternalStore } from 'react';

const retryMs = 2_000;

/** What a page can do without for a moment, by the way to load it: `useModule` gives null until it is there. */
export function lateModule<M>(ask: () => Promise<M>) {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  let module: M | null = null;
  /** Asks until it has come: nobody presses anything for it a second time. */
  const load = async (): Promise<void> => {
    try {
      module ??= await ask();
    } catch {
      setTimeout(() => void load(), retryMs);
      return;
    }
    for (const listener of listeners) listener();
  };
  return { load, useModule: () => useSyncExternalStore(subscribe, () => module) };
}
