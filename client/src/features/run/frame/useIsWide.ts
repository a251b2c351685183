import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

const widePx = 900;

/** Whether the frame has room for text and entries side by side. By its own width: the screen may be a panel in another page. */
export function useIsWide(frame: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(() => window.innerWidth >= widePx);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWide(element.clientWidth >= widePx));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return wide;
}
