import { useState } from 'react';

const storageKey = 'daihon.hand';

/** Whether dragging on the map's paper moves the view rather than choosing steps; always so where one points with a finger. */
export function useHand(): [boolean, () => void] {
  const [hand, setHand] = useState(
    () => matchMedia('(pointer: coarse)').matches || localStorage.getItem(storageKey) === 'on',
  );
  const toggle = () => {
    setHand(!hand);
    localStorage.setItem(storageKey, hand ? 'off' : 'on');
  };
  return [hand, toggle];
}
