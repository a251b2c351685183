import { Loader } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { lateView } from '../late/lateParts.ts';
import { openTrialMessages } from './openMessages.ts';
import styles from './Trial.module.css';

const TrialPane = lateView(() => import('./TrialPane.tsx'));

/** The trial run, or the sign that it is on its way. */
export function TrialSection() {
  const t = useMessages(openTrialMessages);
  return <TrialPane waiting={<Loader size="sm" className={styles.nothing} aria-label={t('loading')} />} />;
}
