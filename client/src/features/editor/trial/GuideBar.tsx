import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerTrackNext, IconUser } from '@tabler/icons-react';
import { deviationText } from '@daihon/shared/sample/deviationMessages';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { trialMessages } from './messages.ts';
import styles from './Trial.module.css';
import { useFollow } from './useFollow.ts';
import { useTrial } from './useTrial.ts';

/** The sample caller that is followed: how far it has come, its next move, and why it left its path. */
export function GuideBar({ onShow }: { onShow: () => void }) {
  const t = useMessages(trialMessages);
  const { language } = usePreferences();
  const { trial, state } = useTrial();
  const follow = useFollow();
  const { guide } = state;
  if (guide === null) return null;
  const { sample, taken, left } = guide;
  const count = sample.run.answers.length;
  const done = left === null && taken >= count;
  const tone = left === null ? (done ? 'ok' : 'on') : 'left';
  const Icon = { ok: IconCircleCheck, on: IconUser, left: IconAlertTriangle }[tone];
  return (
    <div className={styles.guide} data-tone={tone} role="status">
      <p>
        <Icon size="1rem" stroke={1.8} aria-hidden />
        <span>
          <strong>{t('guide.at', { name: sample.name, taken, count })}</strong>
          {done && <small>{t('guide.done')}</small>}
          {left !== null && <small>{t('guide.left', { why: deviationText(left, language) })}</small>}
        </span>
      </p>
      <div>
        {!done && left === null && (
          <>
            <Button
              size="compact-xs"
              leftSection={<IconPlayerTrackNext size="0.875rem" aria-hidden />}
              onClick={() => {
                onShow();
                void follow(sample, taken + 1);
              }}
            >
              {t('guide.next')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => void follow(sample)}>
              {t('guide.end')}
            </Button>
          </>
        )}
        <Button size="compact-xs" variant="subtle" onClick={() => trial.set({ guide: null })}>
          {t('guide.stop')}
        </Button>
      </div>
    </div>
  );
}
