import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { DisplayMenu } from '../../ui/DisplayMenu.tsx';
import { Logo } from '../../ui/Logo.tsx';
import styles from './AuthFrame.module.css';

/** The one card of the pages before the sign-in. */
export function AuthFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Daihon`;
  }, [title]);
  return (
    <div className={styles.page}>
      <div className={styles.corner}>
        <DisplayMenu />
      </div>
      <main className={styles.card}>
        <div className={styles.brand}>
          <Logo size="2.25rem" />
        </div>
        <h1 className="visually-hidden">{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </div>
  );
}
