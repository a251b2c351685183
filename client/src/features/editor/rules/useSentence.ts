import { useCallback } from 'react';
import { usePreferences } from '../../../app/preferences.ts';
import { lateHook } from '../late/lateParts.ts';
import { useScriptPart } from '../session/context.ts';

const useSentences = lateHook(() => import('./sentences.ts'));

/** Says conditions of the draft in the words of the chosen language; '' in the moment until that can be said. */
export function useSentence(): (condition: string) => string {
  const now = useSentences();
  const labels = useScriptPart(now?.keyLabelsOf ?? noLabels);
  const { language } = usePreferences();
  return useCallback(
    (condition) => (now === null ? '' : now.sentenceOf(condition, labels, language)),
    [now, labels, language],
  );
}

const nothing = {};
const noLabels = () => nothing;
