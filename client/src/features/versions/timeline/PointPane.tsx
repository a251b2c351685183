import { Button } from '@mantine/core';
import { IconArrowBackUp, IconEqual } from '@tabler/icons-react';
import { useState } from 'react';
import type { PointDiff } from '@daihon/shared/wire/points';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { formatTime } from '../../../ui/formatTime.ts';
import { RestoreDialog } from '../RestoreDialog.tsx';
import { StepChangeCard } from '../StepChangeCard.tsx';
import { versionsMessages } from '../messages.ts';
import type { RestoreAsk } from '../restoreWords.ts';
import styles from './Timeline.module.css';
import { timelineMessages } from './messages.ts';
import { usePointDiff, usePointName } from './useTimeline.ts';

interface Props {
  scriptId: string;
  pointId: string;
  onDone: () => void;
}

/** What was changed since a point, and the way back to it, for everything or one step. */
export function PointPane({ scriptId, pointId, onDone }: Props) {
  const t = useMessages(timelineMessages);
  const words = useMessages(versionsMessages);
  const nameOf = usePointName();
  const query = usePointDiff(scriptId, pointId);
  const [asked, setAsked] = useState<RestoreAsk | null>(null);
  return (
    <div className={styles.pane}>
      <QueryGate query={query}>{shown}</QueryGate>
      {asked !== null && (
        <RestoreDialog scriptId={scriptId} ask={asked} onClose={() => setAsked(null)} onDone={onDone} />
      )}
    </div>
  );

  function shown({ point, steps }: PointDiff) {
    const name = nameOf(point);
    const ask = { source: { point: pointId }, name };
    return (
      <>
        <div className={styles.head}>
          <div>
            <h2 className={styles.title}>{t('compare', { name })}</h2>
            <p className={styles.by}>
              {formatTime(point.at)} · {point.by}
            </p>
          </div>
          <Button
            leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
            disabled={steps.length === 0}
            onClick={() => setAsked({ ...ask, step: null })}
          >
            {t('restore')}
          </Button>
        </div>
        {steps.length === 0 ? (
          <Panel>
            <EmptyState icon={IconEqual} title={t('same.title')} body={t('same.body')} />
          </Panel>
        ) : (
          <ol className={styles.changes} aria-label={words('steps')}>
            {steps.map((step) => (
              <StepChangeCard
                key={step.id}
                step={step}
                split={false}
                restore={step.id === '' ? null : () => setAsked({ ...ask, step })}
                restoreText={step.change === 'added' ? words('restore.out') : words('restore.pointStep')}
              />
            ))}
          </ol>
        )}
      </>
    );
  }
}
