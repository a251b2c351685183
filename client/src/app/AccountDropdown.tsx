import { Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useRef } from 'react';
import { toast } from '../ui/toasts.ts';
import { session, useSession } from '../wire/session.ts';
import { unsentWork } from '../wire/unsentWork.ts';
import { AccountButton } from './AccountButton.tsx';
import styles from './AccountMenu.module.css';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

/** Open from the start: it exists because the button was pressed. */
export default function AccountDropdown() {
  const t = useMessages(shellMessages);
  const account = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const signOut = () => {
    if (unsentWork.of(account.id, true).length > 0) unsentWork.show('signOut');
    else void session.signOut().catch(() => toast.error(t('signOutFailed')));
  };
  return (
    <Menu position="bottom-end" width={260} defaultOpened onClose={() => button.current?.focus()}>
      <Menu.Target>
        <AccountButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <strong>{account.name}</strong>
          <span>{t(`role.${account.role}`)}</span>
          <span>{account.loginId}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size="1rem" aria-hidden />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
