import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { usePreferences } from '../../../app/preferences.ts';
import { useScriptPart } from '../session/context.ts';

// What reads expressions is large and the words of a step can do without: it follows them.
type Sentences = typeof import('./sentences.ts');
const retryMs = 2_000;
const listeners = new Set<() => void>();
let sentences: Sentences | null = null;
let loading = false;

/** Says conditions of the draft in the words of the chosen language; '' in the moment until that can be said. */
export function useSentence(): (condition: string) => string {
  const now = useSyncExternalStore(subscribe, () => sentences);
  const labels = useScriptPart(now?.keyLabelsOf ?? noLabels);
  const { language } = usePreferences();
  useEffect(load, []);
  return useCallback(
    (condition) => (now === null ? '' : now.sentenceOf(condition, labels, language)),
    [now, labels, language],
  );
}

const nothing = {};
const noLabels = () => nothing;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function load(): void {
  if (sentences !== null || loading) return;
  loading = true;
  void import('./sentences.ts').then(
    (loaded) => {
      sentences = loaded;
      for (const listener of listeners) listener();
    },
    () => {
      loading = false;
      setTimeout(load, retryMs);
    },
  );
}
