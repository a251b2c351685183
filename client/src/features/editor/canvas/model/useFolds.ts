import { useLayoutEffect } from 'react';
import { useEditor, useView } from '../../session/context.ts';
import { storedFolds } from './foldStorage.ts';
import { firstFolds } from './folds.ts';
import type { Folds } from './folds.ts';

/** What is folded on the map; null until it is first known. Kept while the page is open and over a reload. */
export function useFolds(): Folds | null {
  const { session, view } = useEditor();
  const folds = useView((state) => state.folds);
  useLayoutEffect(() => {
    if (view.get().folds !== null) return;
    view.set({ folds: storedFolds(session.scriptId) ?? firstFolds(session.store.get().script) });
  }, [session, view]);
  return folds;
}
