import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { accountsMessages } from './messages.ts';
import { useAskedChange } from './useAskedChange.ts';

interface Props {
  account: Account;
  onClose: () => void;
  onLastAdmin: (account: Account) => void;
}

export function RoleDialog({ account, onClose, onLastAdmin }: Props) {
  const t = useMessages(accountsMessages);
  const [role, setRole] = useState(account.role);
  const { change, busy } = useAskedChange({ onClose, onLastAdmin });
  const { name } = account;
  return (
    <ConfirmDialog
      opened
      title={t('roleTitle', { name })}
      confirm={t('save')}
      busy={busy}
      disabled={role === account.role}
      onClose={onClose}
      onConfirm={() => change(account, { role }, t('roleChanged', { name, role: t(`role.${role}`) }))}
    >
      <RoleChoice value={role} onChange={setRole} />
      <Text size="sm" c="dimmed" mt="md">
        {t('roleNote', { name })}
      </Text>
    </ConfirmDialog>
  );
}
