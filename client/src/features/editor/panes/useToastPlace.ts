import { useEffect } from 'react';
import { setToastPlace } from '../../../ui/toastPlace.ts';

/** Narrower maps have no room for a sentence beside their tools. */
const leastPx = 360;
const marginPx = 16;
/** The map's own tools along its lower edge stay free. */
const toolsPx = 64;

/** Puts news over the map, above its tools: in the corner of the page it would cover what is being written in the step. */
export function useToastPlace(): void {
  useEffect(() => {
    const map = document.querySelector('[data-pane="canvas"]');
    if (map === null) return undefined;
    const place = () => {
      const { left, right, bottom, width } = map.getBoundingClientRect();
      if (width < leastPx) setToastPlace(null);
      else
        setToastPlace({
          left: left + marginPx,
          right: innerWidth - right + marginPx,
          bottom: innerHeight - bottom + toolsPx,
        });
    };
    // Its width changes with every fold and drag of the others; the page's own size with the window.
    const watch = new ResizeObserver(place);
    watch.observe(map);
    watch.observe(document.documentElement);
    return () => {
      watch.disconnect();
      setToastPlace(null);
    };
  }, []);
}
