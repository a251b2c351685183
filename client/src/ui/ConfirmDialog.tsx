import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../app/i18n.ts';
import { uiMessages } from './messages.ts';

interface Props {
  opened: boolean;
  title: string;
  confirm: string;
  tone?: 'normal' | 'danger';
  busy?: boolean;
  disabled?: boolean;
  size?: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that others will notice. The safe answer has the focus. */
export function ConfirmDialog({
  opened,
  title,
  confirm,
  tone = 'normal',
  busy = false,
  disabled = false,
  size = 'md',
  onConfirm,
  onClose,
  children,
}: Props) {
  const t = useMessages(uiMessages);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<strong>{title}</strong>}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color={tone === 'danger' ? 'red.8' : 'teal'}
          loading={busy}
          disabled={disabled}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
