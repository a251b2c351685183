import type { Account } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { accountsMessages } from './messages.ts';
import { refusalOf } from './refusalOf.ts';
import { useChangeAccount } from './useAccounts.ts';
import type { AccountChange } from './useAccounts.ts';

interface Asked {
  busy: boolean;
  change: (account: Account, part: Omit<AccountChange, 'id'>, done: string) => void;
}

/** A change that a person asks for: done with a word of success, or refused with the reason. */
export function useAskedChange({
  onClose,
  onLastAdmin,
}: {
  onClose: () => void;
  onLastAdmin: (account: Account) => void;
}): Asked {
  const t = useMessages(accountsMessages);
  const mutation = useChangeAccount();
  return {
    busy: mutation.isPending,
    change: (account, part, done) =>
      mutation.mutate(
        { id: account.id, ...part },
        {
          onSuccess: () => {
            toast.success(done);
            onClose();
          },
          onError: (error) => refuse(error, account),
        },
      ),
  };

  function refuse(error: unknown, account: Account): void {
    const refusal = refusalOf(error, account);
    if (refusal === 'last-admin') {
      onLastAdmin(account);
      return;
    }
    toast.error(refusal === 'not-accepted' ? t('notAccepted') : problemText(error));
    onClose();
  }
}
