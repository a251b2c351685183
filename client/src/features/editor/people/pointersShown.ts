import { useSyncExternalStore } from 'react';
import { Store } from '../session/store.ts';

const storageKey = 'daihon.pointers';
const store = new Store({ shown: localStorage.getItem(storageKey) !== 'hidden' });

/** Whether this person wants to see where the others point and type; kept in the browser. */
export function usePointersShown(): [boolean, () => void] {
  const { shown } = useSyncExternalStore(store.subscribe, store.get);
  return [shown, toggle];
}

function toggle(): void {
  const shown = !store.get().shown;
  store.set({ shown });
  localStorage.setItem(storageKey, shown ? 'shown' : 'hidden');
}
