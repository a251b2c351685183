import { Loader } from '@mantine/core';
import { useMessages } from './i18n.ts';
import { uiMessages } from '../ui/messages.ts';
import styles from './Splash.module.css';

/** Before the first page is there. The ring appears late: most starts are quicker than it. */
export function Splash() {
  const t = useMessages(uiMessages);
  return (
    <div className={styles.splash} role="status" aria-label={t('loading')}>
      <Loader size="sm" />
    </div>
  );
}
