import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  icon: Icon;
  title: string;
  body?: string;
  role?: 'alert' | 'status';
  /** What to do about it. */
  children?: ReactNode;
}

/** Nothing here, and why, and what one can do. */
export function EmptyState({ icon: Icon, title, body, role, children }: Props) {
  return (
    <div className={styles.state} role={role}>
      <span className={styles.icon}>
        <Icon size="1.75rem" stroke={1.5} aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {body !== undefined && <p className={styles.body}>{body}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
