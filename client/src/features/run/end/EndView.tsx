import { Button } from '@mantine/core';
import { IconCircleCheck, IconClipboardCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { durationText } from '../frame/durationText.ts';
import { MemoPane } from '../frame/MemoPane.tsx';
import { runMessages } from '../messages.ts';
import { callSummary } from './callSummary.ts';
import styles from './EndView.module.css';

interface Props {
  onCopy: () => void;
  onNext: () => void;
}

/** After the call: its outcome, the memo to finish, the summary to take along, and the next call. */
export function EndView({ onCopy, onNext }: Props) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const { record, walk } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const duration = durationText(
    Date.parse(record.endedAt ?? record.startedAt) - Date.parse(record.startedAt),
  );
  return (
    <div className={styles.end}>
      <header className={styles.head}>
        <IconCircleCheck size="2rem" stroke={1.6} aria-hidden />
        <div>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {t('end.title')}
          </h2>
          <p className={styles.duration}>{t('end.duration', { time: duration })}</p>
        </div>
        <p className={styles.outcome}>
          <span className={styles.outcomeLabel}>{t('end.outcome')}</span>
          <strong>{record.outcome ?? t('end.noOutcome')}</strong>
        </p>
      </header>
      <div className={styles.memo}>
        <MemoPane input={null} onClose={null} />
      </div>
      <section className={styles.summary} aria-label={t('end.summary')}>
        <h3>{t('end.summary')}</h3>
        <pre tabIndex={0}>{callSummary(walk, record, t)}</pre>
      </section>
      <footer className={styles.foot}>
        <Button
          variant="default"
          leftSection={<IconClipboardCopy size="1.125rem" aria-hidden />}
          onClick={onCopy}
        >
          {t('end.copy')}
        </Button>
        <Button variant="default" component={Link} to="/run">
          {t('open.home')}
        </Button>
        <Button className={styles.next} onClick={onNext} rightSection={<kbd>Enter</kbd>}>
          {t('end.next')}
        </Button>
      </footer>
    </div>
  );
}
