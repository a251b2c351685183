import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** In front of the title: where this page belongs. */
  parent?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** `wide` uses the whole width, for tables with many columns. */
  width?: 'normal' | 'wide';
  children: ReactNode;
}

/** A page in the frame: one h1, its actions beside it, and the document title of the browser tab. */
export function Page({ title, parent, description, actions, width = 'normal', children }: Props) {
  useEffect(() => {
    document.title = `${title} · Daihon`;
  }, [title]);
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.header}>
        <div className={styles.heading}>
          {parent !== undefined && <div className={styles.parent}>{parent}</div>}
          <h1 className={styles.title}>{title}</h1>
          {description !== undefined && <div className={styles.description}>{description}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
