import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { ApiProblem } from '../../wire/http.ts';
import styles from './RestoreDialog.module.css';
import { StepChangeCard } from './StepChangeCard.tsx';
import { invert } from './changes.ts';
import { useRestoreWords } from './restoreWords.ts';
import type { RestoreAsk } from './restoreWords.ts';
import { versionsMessages } from './messages.ts';
import { undoRestore, useDraftDiff, useRestore } from './useVersions.ts';

interface Props {
  scriptId: string;
  ask: RestoreAsk;
  onClose: () => void;
  /** After the draft has changed. */
  onDone?: () => void;
}

/** Shows what restoring does to the draft as it stands now, then does it as one ordinary edit that the message takes back. */
export function RestoreDialog({ scriptId, ask, onClose, onDone }: Props) {
  const t = useMessages(versionsMessages);
  const navigate = useNavigate();
  const { source, step } = ask;
  const words = useRestoreWords(ask);
  const query = useDraftDiff(scriptId, source);
  const restore = useRestore(scriptId, source);
  const [changed, setChanged] = useState(false);
  const changes = invert(query.data?.steps ?? []).filter(({ id }) => step === null || id === step.id);
  const out = changes.length === 1 && changes[0]?.change === 'removed' && step !== null;

  return (
    <ConfirmDialog
      opened
      size="xl"
      title={out ? t('restore.titleOut', { title: step.title }) : words.title}
      confirm={out ? t('restore.out') : t('restore.confirm')}
      busy={restore.isPending || query.isFetching}
      disabled={query.data === undefined || changes.length === 0}
      onClose={onClose}
      onConfirm={confirm}
    >
      {changed && (
        <Alert color="yellow" role="alert" mb="sm">
          {t('restore.changed')}
        </Alert>
      )}
      <QueryGate query={query}>
        {() =>
          changes.length === 0 ? (
            <Text>{words.nothing}</Text>
          ) : (
            <>
              <Text size="sm">{out ? t('restore.outHint') : t('restore.lead')}</Text>
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
    const looked = step === null ? query.data?.state : query.data?.stepStates?.[step.id];
    restore.mutate(
      { ...(step === null ? {} : { stepId: step.id }), ...(looked === undefined ? {} : { state: looked }) },
      {
        onSuccess: ({ pointId }) => {
          tell(pointId);
          onDone?.();
          onClose();
        },
        onError: (error) => {
          if (!(error instanceof ApiProblem && error.status === 409)) toast.error(problemText(error));
          else {
            setChanged(true);
            void query.refetch();
          }
        },
      },
    );
  }

  function tell(pointId: string): void {
    const undo = (): void =>
      void undoRestore(scriptId, pointId).then(
        (kept) => {
          toast.success(
            kept.length === 0
              ? t('restore.undone')
              : t('restore.undoneKept', { names: kept.join(t('content.comma')) }),
            { label: t('openEditor'), run: () => void navigate(`/scripts/${scriptId}`) },
          );
          onDone?.();
        },
        (error: unknown) => {
          const before = error instanceof ApiProblem && error.status === 409;
          toast.error(before ? t('restore.undoneBefore') : problemText(error));
        },
      );
    const done = out ? t('restore.doneOut', { title: step.title }) : words.done;
    toast.success(done, { label: t('restore.undo'), run: undo });
  }
}
