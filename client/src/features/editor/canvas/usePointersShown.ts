import { useState } from 'react';

const storageKey = 'daihon.pointers';

/** Whether this person wants to see where the others point; kept in the browser. */
export function usePointersShown(): [boolean, () => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(storageKey) !== 'hidden');
  const toggle = () => {
    setShown(!shown);
    localStorage.setItem(storageKey, shown ? 'hidden' : 'shown');
  };
  return [shown, toggle];
}
