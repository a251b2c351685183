import { Button, Select } from '@mantine/core';
import { IconPlus, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { matchesQuery } from '../../ui/foldText.ts';
import type { AccountAction } from './accountAction.ts';
import { AccountTable } from './AccountTable.tsx';
import styles from './AccountsPage.module.css';
import { CreateAccountDialog } from './CreateAccountDialog.tsx';
import { LastAdminDialog } from './LastAdminDialog.tsx';
import { roles } from './RoleChoice.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { SuspendDialog } from './SuspendDialog.tsx';
import { accountsMessages } from './messages.ts';
import { useAccounts } from './useAccounts.ts';
import { useAskedChange } from './useAskedChange.ts';

export default function AccountsPage() {
  const t = useMessages(accountsMessages);
  const query = useAccounts();
  const [q, setQ] = useState('');
  const [role, setRole] = useState('');
  const [creating, setCreating] = useState(false);
  const [action, setAction] = useState<AccountAction | null>(null);
  const close = () => setAction(null);
  const refuse = (account: Account) => setAction({ kind: 'last-admin', account });

  const { change } = useAskedChange({ onClose: close, onLastAdmin: refuse });

  return (
    <Page
      title={t('title')}
      description={t('lead')}
      actions={
        <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setCreating(true)}>
          {t('create')}
        </Button>
      }
    >
      <div className={styles.bar} role="search">
        <SearchField className={styles.search} label={t('search')} value={q} onChange={setQ} />
        <Select
          className={styles.role ?? ''}
          aria-label={t('roleLabel')}
          value={role}
          data={[
            { value: '', label: t('allRoles') },
            ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
          onChange={(value) => setRole(value ?? '')}
        />
      </div>
      <Panel>
        <QueryGate query={query}>{(accounts) => list(accounts)}</QueryGate>
      </Panel>
      <CreateAccountDialog opened={creating} onClose={() => setCreating(false)} />
      {action?.kind === 'role' && (
        <RoleDialog account={action.account} onClose={close} onLastAdmin={refuse} />
      )}
      {action?.kind === 'suspend' && (
        <SuspendDialog account={action.account} onClose={close} onLastAdmin={refuse} />
      )}
      {action?.kind === 'last-admin' && <LastAdminDialog account={action.account} onClose={close} />}
    </Page>
  );

  /** Lifting a suspension harms nobody: it needs no question. */
  function act(next: AccountAction): void {
    const { account } = next;
    if (next.kind === 'activate')
      change(account, { state: 'active' }, t('activated', { name: account.name }));
    else setAction(next);
  }

  function list(accounts: Account[]) {
    const shown = accounts
      .filter((account) => role === '' || account.role === role)
      .filter((account) => matchesQuery(`${account.name} ${account.loginId}`, q));
    if (shown.length === 0) {
      return <EmptyState icon={IconUserSearch} title={t('empty')} body={t('emptyBody')} />;
    }
    return <AccountTable accounts={shown} onAction={act} />;
  }
}
