import { Button } from '@mantine/core';
import { IconCircleCheck, IconDeviceFloppy, IconRefresh } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { outcomeText } from '../../../script/outcomeText.ts';
import { useWalk } from '../../../script/walk/walkContext.ts';
import { trialMessages } from './messages.ts';
import { durationText, pathSteps, totalSeconds } from './times.ts';
import styles from './Trial.module.css';
import { useTrial } from './useTrial.ts';

/** The run has come to its end: with what outcome, and how long it takes to say. */
export function TrialEnd({ onSave, onAgain }: { onSave: () => void; onAgain: () => void }) {
  const t = useMessages(trialMessages);
  const { state } = useTrial();
  const { outcomes } = useWalk();
  const steps = pathSteps(state.walk);
  const outcome = state.walk.ended?.outcome ?? null;
  return (
    <div className={styles.end} role="status">
      <IconCircleCheck size="2rem" stroke={1.5} aria-hidden />
      <h3>{t('ended.title')}</h3>
      <p className={styles.outcome}>
        <small>{t('ended.outcome')}</small>
        <strong>{outcome === null ? t('ended.noOutcome') : outcomeText(outcomes, outcome)}</strong>
      </p>
      <p className={styles.quiet}>
        {t('ended.facts', { steps: steps.length, time: durationText(totalSeconds(steps), t) })}
      </p>
      <p className={styles.quiet}>{t('nothing')}</p>
      <Button leftSection={<IconDeviceFloppy size="1rem" aria-hidden />} onClick={onSave}>
        {t('ended.save')}
      </Button>
      <Button
        variant="default"
        autoFocus
        leftSection={<IconRefresh size="1rem" aria-hidden />}
        onClick={onAgain}
      >
        {t('ended.again')}
      </Button>
    </div>
  );
}
