/** Acts once, when the page has been loaded and the browser has nothing to do; the answer calls it off. */
export function whenIdle(act: () => void): () => void {
  const stop = new AbortController();
  const rest = () => {
    // Safari has no idle callbacks.
    const run = () => stop.signal.aborted || act();
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: longestMs });
    else setTimeout(run, 0);
  };
  if (document.readyState === 'complete') rest();
  else window.addEventListener('load', rest, { signal: stop.signal });
  return () => stop.abort();
}

const longestMs = 2_000;
