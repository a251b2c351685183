import { useEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { runMessages } from '../messages.ts';
import { durationText } from './durationText.ts';
import styles from './TopBar.module.css';

/** How long the call has been going on. Silent: nobody wants the seconds read out. */
export function CallTimer({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }) {
  const t = useMessages(runMessages);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (endedAt !== null) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [endedAt]);
  const end = endedAt === null ? now : Date.parse(endedAt);
  return (
    <span className={styles.timer} role="timer" aria-label={t('top.timer')} aria-live="off">
      {durationText(end - Date.parse(startedAt))}
    </span>
  );
}
