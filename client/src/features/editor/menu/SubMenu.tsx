import { Menu } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useReadOnly } from '../session/context.ts';
import styles from './Menu.module.css';

interface SubMenuProps {
  icon: Icon;
  label: string;
  disabled?: boolean;
  children: ReactNode;
}

export function SubMenu({ icon: Icon, label, disabled = false, children }: SubMenuProps) {
  const readOnly = useReadOnly();
  return (
    <Menu.Sub
      transitionProps={{ duration: 0 }}
      openDelay={80}
      closeDelay={200}
      // The menu it opens from scrolls, which would cut it off.
      floatingStrategy="fixed"
    >
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Icon size="1rem" stroke={1.7} />} disabled={disabled || readOnly}>
          {label}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={styles.menu ?? ''}>{children}</Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
