import { IconMessage2 } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useOpenCount } from './desk/hooks.ts';
import { commentMarkMessages } from './markMessages.ts';
import styles from './Comments.module.css';

/** The open comments of a step, beside its name in outline and map; nothing when there are none. */
export function CommentCount({ stepId }: { stepId: string }) {
  const t = useMessages(commentMarkMessages);
  const count = useOpenCount(stepId);
  if (count === 0) return null;
  return (
    <span className={styles.count} role="img" aria-label={t('count', { count })}>
      <IconMessage2 size="0.875rem" aria-hidden />
      {count}
    </span>
  );
}
