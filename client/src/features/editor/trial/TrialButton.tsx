import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import { openTrialMessages } from './openMessages.ts';

/** Opens and closes the trial run. */
export function TrialButton({ narrow }: { narrow: boolean }) {
  const t = useMessages(openTrialMessages);
  const { view } = useEditor();
  const open = useView((state) => state.trial);
  const toggle = () => view.set(open ? { trial: false, pane: 'panel' } : { trial: true, pane: 'trial' });
  if (narrow)
    return (
      <Tooltip label={t('open')}>
        <ActionIcon variant="default" aria-label={t('open')} aria-pressed={open} onClick={toggle}>
          <IconPlayerPlay size="1.125rem" stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <Button
      variant={open ? 'light' : 'default'}
      px="sm"
      aria-pressed={open}
      leftSection={<IconPlayerPlay size="1.0625rem" stroke={1.8} aria-hidden />}
      onClick={toggle}
    >
      {t('open')}
    </Button>
  );
}
