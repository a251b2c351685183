import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { DisplayMenu } from '../ui/DisplayMenu.tsx';
import { toast } from '../ui/toasts.ts';
import { session, useSession } from '../wire/session.ts';
import { ConnectionDot } from './ConnectionDot.tsx';
import { environmentOf } from './environment.ts';
import styles from './Header.module.css';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

export function Header() {
  const t = useMessages(shellMessages);
  const account = useSession();
  const environment = environmentOf(location.hostname);
  return (
    <header className={styles.header}>
      <span className={styles.tenant}>{account.tenant.name}</span>
      {environment !== null && <span className={styles.environment}>{t(`environment.${environment}`)}</span>}
      <span className={styles.space} />
      <ConnectionDot />
      <DisplayMenu />
      <AccountMenu />
    </header>
  );
}

function AccountMenu() {
  const t = useMessages(shellMessages);
  const account = useSession();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={t('account', { name: account.name })}>
          <Avatar size="1.875rem" radius="xl" color="teal" variant="filled" aria-hidden>
            {initialsOf(account.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <strong>{account.name}</strong>
          <span>{t(`role.${account.role}`)}</span>
          <span>{account.loginId}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size="1rem" aria-hidden />}
          onClick={() => void session.signOut().catch(() => toast.error(t('signOutFailed')))}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The first letters of Latin names, the first character (family name) of Japanese ones. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const latin = /^[\p{Script=Latin}]/u.test(name);
  return latin
    ? words
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 2)
    : (Array.from(name)[0] ?? '?');
}
