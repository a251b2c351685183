import { useMessages } from '../../../../app/i18n.ts';
import { commentMessages } from '../messages.ts';
import styles from './Thread.module.css';

/** The words that a thread is about; struck out when they are gone. */
export function Quote({ text, lost = false }: { text: string; lost?: boolean }) {
  const t = useMessages(commentMessages);
  return (
    <blockquote className={styles.quote} aria-label={t('quote')} data-lost={lost || undefined}>
      {text}
    </blockquote>
  );
}
