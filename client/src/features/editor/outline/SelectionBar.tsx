import { Button, CloseButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { outlineMessages } from './messages.ts';
import styles from './Outline.module.css';

/** How many steps are chosen, and what can be done with all of them; for touch too. */
export function SelectionBar() {
  const t = useMessages(outlineMessages);
  const { view, actions } = useEditor();
  const count = useView(({ selected }) => selected.size);
  if (count < 2) return null;
  return (
    <div className={styles.selection} role="group" aria-label={t('selected', { count })}>
      <span role="status">{t('selected', { count })}</span>
      <Button
        variant="light"
        size="compact-xs"
        leftSection={<IconDots size="0.875rem" aria-hidden />}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          const subject = { type: 'steps', ids: actions.chosen() } as const;
          view.set({ menu: { at: { x: left, y: bottom }, subject } });
        }}
      >
        {t('actions')}
      </Button>
      <CloseButton
        size="sm"
        aria-label={t('clearSelection')}
        onClick={() => {
          const { stepId } = view.get();
          actions.select(stepId === null ? [] : [stepId]);
        }}
      />
    </div>
  );
}
