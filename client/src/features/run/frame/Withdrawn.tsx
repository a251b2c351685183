import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { runMessages } from '../messages.ts';
import styles from './Withdrawn.module.css';

/** The text to read instead when the script was withdrawn under this call. */
export function Withdrawn() {
  const t = useMessages(runMessages);
  const { view } = useCall();
  if (view.withdrawn === null) return null;
  return (
    <p className={styles.withdrawn} role="alert">
      <strong>{t('news.withdrawn')}</strong>
      {view.withdrawn}
    </p>
  );
}
