import type { ReactNode } from 'react';
import styles from './Panel.module.css';

interface SectionProps {
  title: string;
  count?: number;
  children: ReactNode;
}

export function Section({ title, count, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>
        {title}
        {count !== undefined && count > 0 && <span>{count}</span>}
      </h3>
      {children}
    </section>
  );
}
