import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import styles from './Canvas.module.css';
import { mapMessages } from './messages.ts';

export function EmptyMap() {
  const t = useMessages(mapMessages);
  const { actions } = useEditor();
  const readOnly = useReadOnly();
  return (
    <Panel position="top-center" className={styles.empty}>
      <strong>{t('empty')}</strong>
      <p>{t('emptyHint')}</p>
      <Button
        variant="light"
        disabled={readOnly}
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={() => actions.add('talk', { x: 0, y: 0 })}
      >
        {t('addFirst')}
      </Button>
    </Panel>
  );
}
