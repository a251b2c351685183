import { useEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';

// Parts of the call's screen that nobody sees before they have touched it. They are loaded with the agent's first key or touch: out of
// the way of the first words of a call, and there when they are asked for, also without network. Once loaded they are drawn at once
// (React.lazy would wait a moment): Alt+I and the number after it are often one stroke.

export const loadSummary = () => import('../end/callSummary.ts');
const end = latePart(() => import('../end/EndView.tsx'));
const sheet = latePart(
  () => import('../sheets/OpenSheet.tsx'),
  ({ onClose }) => onClose(),
);
const news = latePart(() => import('../update/NewsStrip.tsx'));

export const EndView = end.View;
export const OpenSheet = sheet.View;
export const NewsStrip = news.View;

/** Loads them with the first key or touch. */
export function useLateParts(): void {
  useEffect(() => {
    const stop = new AbortController();
    const first = () => {
      stop.abort();
      // What could not be loaded is asked for again where it is shown.
      for (const load of [sheet.load, end.load, news.load, loadSummary]) void load().catch(() => undefined);
    };
    for (const event of ['keydown', 'pointerdown'])
      window.addEventListener(event, first, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
}

const retryMs = 2_000;

/** A part by the way to load it; one that cannot be loaded is given up where that can be done, otherwise asked for again. */
function latePart<P extends object>(
  ask: () => Promise<{ default: ComponentType<P> }>,
  giveUp?: (props: P) => void,
) {
  let Part: ComponentType<P> | null = null;
  const load = async () => {
    Part ??= (await ask()).default;
  };
  function View(props: P) {
    const [failures, setFailures] = useState(0);
    const [, setLoaded] = useState(false);
    const latest = useRef(props);
    useEffect(() => {
      latest.current = props;
    });
    useEffect(() => {
      if (Part !== null) return undefined;
      const bring = () =>
        void load().then(
          () => setLoaded(true),
          () => (giveUp === undefined ? setFailures(failures + 1) : giveUp(latest.current)),
        );
      const timer = setTimeout(bring, failures === 0 ? 0 : retryMs);
      return () => clearTimeout(timer);
    }, [failures]);
    return Part === null ? null : <Part {...props} />;
  }
  return { load, View };
}
