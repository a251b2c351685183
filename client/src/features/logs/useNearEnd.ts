import { useEffect, useEffectEvent, useRef } from 'react';

/** Calls `more` when the element comes near the visible part: the next rows are there before they are reached. */
export function useNearEnd(more: (() => void) | null) {
  const element = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(() => more?.());
  const waiting = more !== null;
  useEffect(() => {
    if (element.current === null || !waiting) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) near();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [waiting]);
  return element;
}
