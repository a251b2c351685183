import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { push } from '../../../wire/push.ts';
import { editorMessages } from '../messages.ts';
import { changesQuery } from '../publish/changes.ts';
import { useEditor } from '../session/context.ts';
import styles from './EditorHeader.module.css';
import { summaryQuery } from './summaryQuery.ts';

/** The published version and how far the draft has moved on; leads to the history. */
export function VersionChip() {
  const t = useMessages(editorMessages);
  const { language } = usePreferences();
  const { session } = useEditor();
  const { scriptId } = session;
  const queries = useQueryClient();
  useEffect(() => {
    const anew = (event: { scriptId: string }) => {
      if (event.scriptId !== scriptId) return;
      for (const queryKey of [['changes', scriptId], summaryQuery(scriptId).queryKey])
        void queries.invalidateQueries({ queryKey });
    };
    const stops = [push.on('release', anew), push.on('withdrawn', anew)];
    return () => stops.forEach((stop) => stop());
  }, [queries, scriptId]);
  const { data } = useQuery({
    ...changesQuery(scriptId, language),
    refetchInterval: 60_000,
    staleTime: 15_000,
  });
  const summary = useQuery({ ...summaryQuery(scriptId), staleTime: 60_000 });
  if (data === undefined) return null;
  const withdrawn = summary.data?.state === 'withdrawn';
  const count = data.diff.steps.length;
  return (
    <Link
      className={styles.chip}
      to={`/scripts/${scriptId}/versions`}
      aria-label={withdrawn ? `${t('history')}, ${t('version.withdrawn')}` : t('history')}
    >
      {withdrawn && <b className={styles.withdrawn}>{t('version.withdrawn')}</b>}
      {data.base === null ? t('version.unpublished') : t('version.published', { number: data.base })}
      {data.base !== null && count > 0 && <b>{t('version.changes', { count })}</b>}
    </Link>
  );
}
