import styles from './Logo.module.css';

/** Mark and word mark. Purely visual: whatever contains it carries the name. */
export function Logo({ size = '1.75rem' }: { size?: string }) {
  return (
    <span className={styles.logo} aria-hidden>
      <svg viewBox="0 0 32 32" width={size} height={size}>
        <rect width="32" height="32" rx="8" fill="#0f766e" />
        <g fill="none" stroke="#fff" strokeWidth="2.3" strokeLinecap="round" strokeLinejoin="round">
          <path d="M9 8.5h9.5a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5H9z" />
          <path d="M13 13.5h6M13 18.5h4" />
        </g>
      </svg>
      <span data-wordmark className={styles.word}>
        Daihon<span className={styles.kanji}>台本</span>
      </span>
    </span>
  );
}
