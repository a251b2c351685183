import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import styles from './RestoreDialog.module.css';
import { StepChangeCard } from './StepChangeCard.tsx';
import { invert } from './changes.ts';
import { versionsMessages } from './messages.ts';
import { useDiff, useRestore } from './useVersions.ts';

export interface RestoreAsk {
  number: number;
  /** Only this step; null: the whole version. */
  step: StepDiff | null;
}

/** Shows what restoring does to the draft as it stands now, then does it as one ordinary edit. */
export function RestoreDialog({
  scriptId,
  ask,
  onClose,
}: {
  scriptId: string;
  ask: RestoreAsk;
  onClose: () => void;
}) {
  const t = useMessages(versionsMessages);
  const navigate = useNavigate();
  const { number, step } = ask;
  const query = useDiff(scriptId, number, 'draft');
  const restore = useRestore(scriptId);
  const changes = invert(query.data?.steps ?? []).filter(({ id }) => step === null || id === step.id);
  const title =
    step === null
      ? t('restore.titleWhole', { number })
      : t('restore.titleStep', { number, title: step.title });

  return (
    <ConfirmDialog
      opened
      size="xl"
      title={title}
      confirm={t('restore.confirm')}
      busy={restore.isPending}
      disabled={query.data === undefined || changes.length === 0}
      onClose={onClose}
      onConfirm={confirm}
    >
      <QueryGate query={query}>
        {() =>
          changes.length === 0 ? (
            <Text>{t('restore.nothing', { number })}</Text>
          ) : (
            <>
              <Text size="sm">{t('restore.lead')}</Text>
              <ol className={styles.preview}>
                {changes.map((each) => (
                  <StepChangeCard key={each.id} step={each} split={false} />
                ))}
              </ol>
            </>
          )
        }
      </QueryGate>
    </ConfirmDialog>
  );

  function confirm(): void {
    restore.mutate(
      { number, stepId: step?.id ?? null },
      {
        onSuccess: () => {
          const done =
            step === null
              ? t('restore.done', { number })
              : t('restore.doneStep', { number, title: step.title });
          toast.success(done, { label: t('openEditor'), run: () => void navigate(`/scripts/${scriptId}`) });
          onClose();
        },
        onError: (error) => toast.error(problemText(error)),
      },
    );
  }
}
