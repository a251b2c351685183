import { Text } from '@mantine/core';
import type { Account } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { accountsMessages } from './messages.ts';
import { useAskedChange } from './useAskedChange.ts';

interface Props {
  account: Account;
  onClose: () => void;
  onLastAdmin: (account: Account) => void;
}

export function SuspendDialog({ account, onClose, onLastAdmin }: Props) {
  const t = useMessages(accountsMessages);
  const { name, loginId } = account;
  const { change, busy } = useAskedChange({ onClose, onLastAdmin });
  return (
    <ConfirmDialog
      opened
      title={t('suspendTitle', { name })}
      confirm={t('suspend')}
      tone="danger"
      busy={busy}
      onClose={onClose}
      onConfirm={() => change(account, { state: 'suspended' }, t('suspended', { name }))}
    >
      <Text>{t('suspendBody', { loginId })}</Text>
    </ConfirmDialog>
  );
}
