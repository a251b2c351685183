import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type TagTone = 'neutral' | 'accent' | 'blue' | 'green' | 'amber' | 'red' | 'violet';

/** A short mark. Its words say what its colour says. */
export function Tag({
  tone = 'neutral',
  dot,
  children,
}: {
  tone?: TagTone;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {dot === true && <span className={styles.dot} aria-hidden />}
      {children}
    </span>
  );
}
