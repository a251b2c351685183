import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** Paper on the canvas. */
export function Panel({ children, className = '' }: { children: ReactNode; className?: string | undefined }) {
  return <section className={`${styles.panel ?? ''} ${className}`}>{children}</section>;
}
