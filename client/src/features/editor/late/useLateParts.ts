import { useEffect, useState } from 'react';
import { loadLateParts } from './lateParts.ts';
import { whenIdle } from './whenIdle.ts';

/** Brings what is not there at first when the page has come to rest; true from then on. */
export function useLateParts(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        setRested(true);
        loadLateParts();
      }),
    [],
  );
  return rested;
}
