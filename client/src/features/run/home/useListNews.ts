import { useEffect, useState } from 'react';
import { push } from '../../../wire/push.ts';

/** Whether another script was released while this one is on screen: a dot at the way back to the list, nothing more. */
export function useListNews(exceptScriptId: string): boolean {
  const [news, setNews] = useState(false);
  useEffect(
    () =>
      push.on('release', ({ scriptId }) => {
        if (scriptId !== exceptScriptId) setNews(true);
      }),
    [exceptScriptId],
  );
  return news;
}
