import { UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useSession } from '../wire/session.ts';
import styles from './AccountMenu.module.css';
import { useMessages } from './i18n.ts';
import { initialsOf } from './initials.ts';
import { shellMessages } from './messages.ts';

export function AccountButton(props: Omit<ComponentProps<'button'>, 'color' | 'style'>) {
  const t = useMessages(shellMessages);
  const { name } = useSession();
  return (
    <UnstyledButton
      className={styles.button ?? ''}
      aria-label={t('account', { name })}
      aria-haspopup="menu"
      {...props}
    >
      <span aria-hidden>{initialsOf(name)}</span>
    </UnstyledButton>
  );
}
