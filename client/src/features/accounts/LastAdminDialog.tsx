import { Button, Group, Modal, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { Account } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import { accountsMessages } from './messages.ts';

/** A refusal that must be understood, so it is no passing toast. */
export function LastAdminDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useMessages(accountsMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('understood') }}
      title={
        <Group gap="xs" wrap="nowrap">
          <IconShieldLock color="var(--dh-warn)" size="1.375rem" aria-hidden />
          <strong>{t('lastAdmin.title')}</strong>
        </Group>
      }
    >
      <Text>{t('lastAdmin.body', { name: account.name })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t('understood')}</Button>
      </Group>
    </Modal>
  );
}
