import type { RemovalNews, RemovalWatch, Watched } from './removalNews.ts';

export interface Removals {
  /** Text of a composition that a colleague's deletion has taken. */
  lost: (text: string) => void;
  stop: () => void;
}

/** Tells what colleagues delete under this person's hands. What does so comes with the first colleague: alone there is nothing to tell. */
export function watchRemovals(watched: Watched, tell: (news: RemovalNews) => void): Removals {
  const { presence } = watched;
  let watch: RemovalWatch | null = null;
  let asked = false;
  let stopped = false;
  const bring = () => {
    if (asked || presence.get().length === 0) return;
    asked = true;
    void import('./removalNews.ts').then(
      ({ RemovalWatch: Watch }) => {
        if (!stopped) watch = new Watch(watched, tell);
      },
      // Asked for again with the next sign of a colleague.
      () => (asked = false),
    );
  };
  const leave = presence.subscribe(bring);
  return {
    lost: (text) => {
      if (watch === null) tell({ kind: 'paragraph', text, name: null });
      else watch.lost(text);
    },
    stop: () => {
      stopped = true;
      leave();
      watch?.destroy();
    },
  };
}
