import { Button } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useReviewCount } from '../../../wire/reviews.ts';
import { scriptsMessages } from '../messages.ts';
import styles from './OverdueNotice.module.css';

/** Over the list while something is past its review date and one is not looking at just that. */
export function OverdueNotice({ active, onShow }: { active: boolean; onShow: () => void }) {
  const t = useMessages(scriptsMessages);
  const count = useReviewCount(true)?.overdue ?? 0;
  if (count === 0 || active) return null;
  return (
    <div className={styles.notice}>
      <IconCalendarDue size="1.125rem" stroke={1.7} aria-hidden />
      <span>{t('overdueCount', { count })}</span>
      <Button size="compact-sm" variant="subtle" color="yellow.9" onClick={onShow}>
        {t('overdueShow')}
      </Button>
    </div>
  );
}
