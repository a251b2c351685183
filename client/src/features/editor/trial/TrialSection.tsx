import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { trialMessages } from './messages.ts';
import styles from './Trial.module.css';

const TrialPane = lazy(() => import('./TrialPane.tsx'));

/** The trial run is loaded when it is first opened. */
export function TrialSection() {
  const t = useMessages(trialMessages);
  return (
    <Suspense fallback={<Loader size="sm" className={styles.nothing} aria-label={t('loading')} />}>
      <TrialPane />
    </Suspense>
  );
}
