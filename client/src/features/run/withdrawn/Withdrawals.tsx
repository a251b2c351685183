import { IconHandStop } from '@tabler/icons-react';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { withdrawnMessages } from './messages.ts';
import styles from './Withdrawals.module.css';

/** Scripts that no call may begin on now, each with what to read instead and why. */
export default function Withdrawals({ items }: { items: readonly WithdrawnEvent[] }) {
  const t = useMessages(withdrawnMessages);
  return (
    <section className={styles.withdrawals} aria-label={t('heading')}>
      <h2>{t('heading')}</h2>
      <ul>
        {items.map(({ scriptId, title, substitute, reason, withdrawnAt, author }) => (
          <li key={scriptId}>
            <p className={styles.title}>
              <IconHandStop size="1.125rem" aria-hidden />
              <strong>{title}</strong>
              <span>{t('by', { time: formatTime(withdrawnAt), author })}</span>
            </p>
            <p className={styles.substitute}>{substitute}</p>
            <p className={styles.reason}>{t('reason', { reason })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
