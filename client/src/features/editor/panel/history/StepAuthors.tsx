import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../../app/i18n.ts';
import { usePreferences } from '../../../../app/preferences.ts';
import { Time } from '../../../../ui/Time.tsx';
import { changesQuery } from '../../publish/changes.ts';
import { useEditor } from '../../session/context.ts';
import { historyMessages } from './messages.ts';
import styles from './StepHistory.module.css';

const againMs = 15_000;

/** Who changed the step since the current version, and when last, newest first. */
export function StepAuthors({ stepId }: { stepId: string }) {
  const t = useMessages(historyMessages);
  const { language } = usePreferences();
  const { scriptId } = useEditor().session;
  const { data } = useQuery({
    ...changesQuery(scriptId, language),
    staleTime: 0,
    refetchInterval: againMs,
  });
  const authors = (data?.authors ?? [])
    .flatMap(({ accountId, name, stepIds, stepAts, at }) => {
      const index = stepIds.indexOf(stepId);
      return index === -1 ? [] : [{ accountId, name, at: stepAts[index] ?? at }];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
  if (authors.length === 0) return null;
  return (
    <ul className={styles.authors} aria-label={t('authors')}>
      {authors.map(({ accountId, name, at }) => (
        <li key={accountId}>
          <span>{name}</span>
          <Time iso={at} />
        </li>
      ))}
    </ul>
  );
}
