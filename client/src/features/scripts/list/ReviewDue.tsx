import { IconAlertTriangle } from '@tabler/icons-react';
import { isPast } from '@daihon/shared/days';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { formatDate } from '../../../ui/formatTime.ts';
import { scriptsMessages } from '../messages.ts';
import styles from './ScriptTable.module.css';

/** When a script is to be looked through again; past it, in words too. */
export function ReviewDue({ script, today }: { script: ScriptSummary; today: string }) {
  const t = useMessages(scriptsMessages);
  const { reviewDue } = script;
  if (reviewDue === null) return null;
  const date = <time dateTime={reviewDue}>{formatDate(reviewDue)}</time>;
  if (!isPast(reviewDue, today)) return date;
  return (
    <span className={styles.overdue}>
      <IconAlertTriangle size="0.875rem" aria-hidden />
      {date}
      <span>{t('overdue')}</span>
    </span>
  );
}
