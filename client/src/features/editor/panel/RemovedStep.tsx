import { Button } from '@mantine/core';
import type { BinnedStep } from '@daihon/shared/script/draft/read';
import { useMessages } from '../../../app/i18n.ts';
import { useBinnerName } from '../bin/useBinnerName.ts';
import { editorMessages } from '../messages.ts';
import { useBin, useEditor, useReadOnly } from '../session/context.ts';
import styles from './Panel.module.css';

/** In place of a step that a colleague deleted while it was open here. What was typed in it is kept. */
export function RemovedStep({ stepId }: { stepId: string }) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const readOnly = useReadOnly();
  const binned = useBin().find(({ id }) => id === stepId);
  return (
    <div className={styles.nothing}>
      <strong>{t('step.removed')}</strong>
      {binned !== undefined && (
        <>
          <p>
            {binned.title === '' ? t('untitled') : binned.title}・<BinnerName binned={binned} />
          </p>
          <Button disabled={readOnly} onClick={() => actions.restore(stepId)}>
            {t('bin.restore')}
          </Button>
        </>
      )}
    </div>
  );
}

function BinnerName({ binned }: { binned: BinnedStep }) {
  return useBinnerName(binned);
}
