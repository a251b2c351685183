import { usePushStatus } from '../wire/push.ts';
import styles from './ConnectionDot.module.css';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

/** A quiet dot while all is well; words as soon as it is not. */
export function ConnectionDot() {
  const t = useMessages(shellMessages);
  const status = usePushStatus();
  const text = t(`connection.${status}`);
  return (
    <span
      title={`${text} · ${t('connection.hint')}`}
      className={styles.connection}
      data-status={status}
      role="status"
    >
      <span className={styles.dot} aria-hidden />
      <span className={status === 'connected' ? 'visually-hidden' : styles.text}>{text}</span>
    </span>
  );
}
