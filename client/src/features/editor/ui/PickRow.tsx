import type { ReactNode } from 'react';
import styles from './PickRow.module.css';

interface Props {
  id: string;
  active: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** One of the things to pick while the focus stays in the field above; the active one is kept in sight. */
export function PickRow({ id, active, onPick, children }: Props) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      className={styles.row}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={onPick}
    >
      {children}
    </li>
  );
}
