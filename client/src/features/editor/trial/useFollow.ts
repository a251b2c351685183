import type { Sample } from '@daihon/shared/sample/sample';
import { useCallback } from 'react';
import { useEditor } from '../session/context.ts';
import { callsOf, loadParts } from './parts.ts';
import { trialOf } from './trialStore.ts';

/** Takes the path of a sample caller in the trial run, with the parts that it calls. */
export function useFollow(): (sample: Sample, upTo?: number) => Promise<void> {
  const { session } = useEditor();
  return useCallback(
    async (sample, upTo) => {
      const parts = await loadParts(callsOf(session.store.get().script));
      trialOf(session).follow(sample, new Map(parts.map((part) => [part.scriptId, part])), upTo);
    },
    [session],
  );
}
