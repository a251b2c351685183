import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import type { Withdrawal } from '../save/record.ts';
import { withdrawnMessages } from './messages.ts';
import styles from './Withdrawn.module.css';

/** What to read instead, and why, where the script or a part of it was withdrawn under this call. */
export function Withdrawn({ items }: { items: readonly Withdrawal[] }) {
  const t = useMessages(withdrawnMessages);
  const { root } = useCall().view.walk;
  return items.map(({ scriptId, seq, title, substitute, reason }) => (
    <section className={styles.withdrawn} role="alert" key={`${scriptId}/${seq}`}>
      <strong>{t(scriptId === root.scriptId ? 'script' : 'part', { title })}</strong>
      <p className={styles.substitute}>{substitute}</p>
      <p className={styles.reason}>{t('reason', { reason })}</p>
    </section>
  ));
}
