import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconUserCheck, IconUserCog, IconUserOff } from '@tabler/icons-react';
import type { Account, AccountState } from '@daihon/shared/account';
import { useMessages } from '../../app/i18n.ts';
import table from '../../ui/DataTable.module.css';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { useSession } from '../../wire/session.ts';
import type { AccountAction } from './accountAction.ts';
import styles from './AccountTable.module.css';
import { accountsMessages } from './messages.ts';

interface Props {
  accounts: readonly Account[];
  onAction: (action: AccountAction) => void;
}

const stateTones: Record<AccountState, TagTone> = { active: 'green', suspended: 'red', invited: 'amber' };

export function AccountTable({ accounts, onAction }: Props) {
  const t = useMessages(accountsMessages);
  const me = useSession();
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.loginId')}</th>
            <th scope="col">{t('column.role')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col" className={table.end}>
              <span className="visually-hidden">{t('column.menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id} data-suspended={account.state === 'suspended' || undefined}>
              <td>
                <span className={styles.name}>
                  {account.name}
                  {account.id === me.id && <Tag tone="accent">{t('you')}</Tag>}
                </span>
              </td>
              <td className={table.quiet}>{account.loginId}</td>
              <td>{t(`role.${account.role}`)}</td>
              <td>
                <Tag tone={stateTones[account.state]} dot>
                  {t(`state.${account.state}`)}
                </Tag>
              </td>
              <td className={table.end}>
                <RowMenu account={account} onAction={onAction} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowMenu({ account, onAction }: { account: Account } & Pick<Props, 'onAction'>) {
  const t = useMessages(accountsMessages);
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon aria-label={t('menuOf', { name: account.name })}>
          <IconDots size="1.125rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserCog size="1rem" aria-hidden />}
          onClick={() => onAction({ kind: 'role', account })}
        >
          {t('changeRole')}
        </Menu.Item>
        {account.state === 'suspended' ? (
          <Menu.Item
            leftSection={<IconUserCheck size="1rem" aria-hidden />}
            onClick={() => onAction({ kind: 'activate', account })}
          >
            {t('activate')}
          </Menu.Item>
        ) : (
          <Menu.Item
            color="red"
            leftSection={<IconUserOff size="1rem" aria-hidden />}
            onClick={() => onAction({ kind: 'suspend', account })}
          >
            {t('suspend')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
