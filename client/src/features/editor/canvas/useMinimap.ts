import { useCallback, useState } from 'react';

const storageKey = 'daihon.minimap';

/** Whether the small map is shown; kept in the browser. Off at first where it would cover too much. */
export function useMinimap(): [boolean, () => void] {
  const [shown, setShown] = useState(() => stored() ?? window.innerWidth > 900);
  const toggle = useCallback(() => {
    setShown((now) => {
      keep(!now);
      return !now;
    });
  }, []);
  return [shown, toggle];
}

function stored(): boolean | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === null ? null : value === 'shown';
  } catch {
    return null;
  }
}

function keep(shown: boolean): void {
  try {
    localStorage.setItem(storageKey, shown ? 'shown' : 'hidden');
  } catch {
    return;
  }
}
