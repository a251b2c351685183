import { useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

const retryMs = 2_000;

/**
 * A part of a page by the way to load it: drawn at once when it is there (React.lazy would wait a moment). One that cannot be
 * loaded is given up where that can be done, otherwise asked for again; `waiting` stands in its place until then.
 */
export function latePart<P extends object>(
  ask: () => Promise<{ default: ComponentType<P> }>,
  giveUp?: (props: P) => void,
) {
  let Part: ComponentType<P> | null = null;
  const load = async () => {
    Part ??= (await ask()).default;
  };
  function View(props: P & { waiting?: ReactNode }) {
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
    return Part === null ? props.waiting : <Part {...props} />;
  }
  return { load, View };
}
