import { useEffect, useState } from 'react';
import type { StepDiff } from '@daihon/shared/version';
import { usePreferences } from '../../../app/preferences.ts';
import type { News } from './liveUpdate.ts';

/** What differs on the step of the news; null until it is worked out. The comparison is fetched only when there is one. */
export function useStepDiff(news: News | null): StepDiff | null {
  const { language } = usePreferences();
  const [known, setKnown] = useState<{ of: string; diff: StepDiff | null }>({ of: '', diff: null });
  const before = news?.from ?? null;
  const after = news?.incoming.next ?? null;
  const stepId = news?.before?.id ?? null;
  const of =
    before === null || after === null
      ? ''
      : `${after.scriptId}/${before.version}/${after.version}/${stepId}/${language}`;
  useEffect(() => {
    if (before === null || after === null || stepId === null) return;
    let current = true;
    void import('@daihon/shared/script/diff')
      .then(
        ({ diffScripts }) =>
          diffScripts(before.script, after.script, { language }).find(({ id }) => id === stepId) ?? null,
      )
      // The page may be older than the files on the server: then the new words speak for themselves.
      .catch(() => null)
      .then((diff) => current && setKnown({ of, diff }));
    return () => {
      current = false;
    };
  }, [of, before, after, stepId, language]);
  return known.of === of ? known.diff : null;
}
