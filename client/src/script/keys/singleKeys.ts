import { useSyncExternalStore } from 'react';

/** Whether keys without Alt or Ctrl are commands. Of this browser; on until somebody switches them off. */
export const singleKeys = {
  get: (): boolean => on,
  set(next: boolean): void {
    on = next;
    try {
      localStorage.setItem(name, String(next));
    } catch {
      // Until reload then.
    }
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useSingleKeys(): boolean {
  return useSyncExternalStore(singleKeys.subscribe, singleKeys.get);
}

const name = 'daihon.singleKeys';
const listeners = new Set<() => void>();
let on = read();

function read(): boolean {
  try {
    return localStorage.getItem(name) !== 'false';
  } catch {
    return true;
  }
}
