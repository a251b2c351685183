import { useEffect, useState } from 'react';
import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { loadVersion } from '../call/loadVersion.ts';
import { lateMessages } from '../lateMessages.ts';
import { StepChanges } from '../update/StepChanges.tsx';
import styles from './VersionChanges.module.css';

interface Props {
  scriptId: string;
  from: number;
  to: number;
}

type Found = { of: string; steps: readonly StepDiff[] | null };

/** What differs between the version that this agent last read and another, step by step. */
export function VersionChanges({ scriptId, from, to }: Props) {
  const t = useMessages(lateMessages);
  const { language } = usePreferences();
  const of = `${scriptId}/${from}/${to}/${language}`;
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all([
      import('@daihon/shared/script/diff'),
      loadVersion(scriptId, from),
      loadVersion(scriptId, to),
    ])
      .then(([{ diffScripts }, before, after]) => diffScripts(before.script, after.script, { language }))
      .catch(() => null)
      .then((steps) => current && setFound({ of, steps }));
    return () => {
      current = false;
    };
  }, [of, scriptId, from, to, language]);
  if (found?.of !== of)
    return (
      <p className={styles.quiet} role="status">
        {t('since.loading')}
      </p>
    );
  if (found.steps === null) return <p className={styles.quiet}>{t('since.failed')}</p>;
  if (found.steps.length === 0) return <p className={styles.quiet}>{t('since.none')}</p>;
  return (
    <ul className={styles.steps} aria-label={t('since.steps')}>
      {found.steps.map((step) => (
        <li key={step.id}>
          <p className={styles.title}>
            <span className={styles.change}>{t(`since.${step.change}`)}</span>
            {step.id === '' ? t('since.whole') : step.title}
          </p>
          {step.change !== 'removed' && <StepChanges diff={step} />}
        </li>
      ))}
    </ul>
  );
}
