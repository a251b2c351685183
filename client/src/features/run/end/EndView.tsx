import { IconCircleCheck, IconClipboardCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import AsideWords from '../aside/AsideWords.tsx';
import { durationText } from '../frame/durationText.ts';
import { MemoPane } from '../frame/MemoPane.tsx';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import { runMessages } from '../messages.ts';
import { callSummary } from './callSummary.ts';
import styles from './EndView.module.css';
import { useOutcomeText } from './useOutcomeText.ts';

interface Props {
  onCopy: () => void;
  onNext: () => void;
}

/** After the call: its outcome, the memo to finish, the summary to take along, and the next call. */
export default function EndView({ onCopy, onNext }: Props) {
  const t = useMessages(runMessages);
  const late = useMessages(lateMessages);
  const { view } = useCall();
  const { record, walk } = view;
  const navigate = useNavigate();
  const outcomeText = useOutcomeText();
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
          <p className={styles.duration}>{late('end.duration', { time: duration })}</p>
        </div>
        <p className={styles.outcome}>
          <span className={styles.outcomeLabel}>{late('end.outcome')}</span>
          <strong>{record.outcome === null ? late('end.noOutcome') : outcomeText(record.outcome)}</strong>
        </p>
      </header>
      <div className={styles.memo}>
        {(record.asides ?? []).length > 0 && <AsideWords />}
        <MemoPane input={null} onClose={null} />
      </div>
      <section className={styles.summary} aria-label={late('end.summary')}>
        <h3>{late('end.summary')}</h3>
        <pre tabIndex={0}>{callSummary(walk, record, outcomeText)}</pre>
      </section>
      <footer className={styles.foot}>
        <PlainButton onClick={onCopy}>
          <IconClipboardCopy size="1.125rem" aria-hidden />
          {late('end.copy')}
        </PlainButton>
        <PlainButton onClick={() => void navigate('/run')}>{t('end.home')}</PlainButton>
        <PlainButton look="filled" className={styles.next ?? ''} onClick={onNext}>
          {late('end.next')}
          <kbd aria-hidden>Enter</kbd>
        </PlainButton>
      </footer>
    </div>
  );
}
