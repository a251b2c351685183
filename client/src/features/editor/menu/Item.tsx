import { Menu } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useEnded, useReadOnly } from '../session/context.ts';
import styles from './Menu.module.css';

interface ItemProps {
  icon: Icon;
  label: string;
  /** The key that does the same. */
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Changes nothing in the draft: also for who may only look. */
  harmless?: boolean;
  /** Takes steps away, which a full draft is waiting for. */
  frees?: boolean;
  onPick: () => void;
}

/** One line of a context menu; what changes the draft is off while it takes no edits. */
export function Item({
  icon: Icon,
  label,
  hint,
  danger = false,
  disabled = false,
  harmless = false,
  frees = false,
  onPick,
}: ItemProps) {
  const readOnly = useReadOnly();
  const ended = useEnded();
  const off = frees ? ended : readOnly && !harmless;
  return (
    <Menu.Item
      {...(danger ? { color: 'red' } : {})}
      leftSection={<Icon size="1rem" stroke={1.7} />}
      rightSection={hint === undefined ? undefined : <kbd className={styles.key}>{hint}</kbd>}
      disabled={disabled || off}
      onClick={onPick}
    >
      {label}
    </Menu.Item>
  );
}
