import type { Finding } from '@daihon/shared/version';
import styles from './Checks.module.css';
import { FindingRow } from './FindingRow.tsx';

/** Findings under a heading, each with the step it is about. */
export function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>
        {title} <span>{findings.length}</span>
      </h3>
      <ul>
        {findings.map((finding, index) => (
          <FindingRow key={`${finding.code}-${finding.pointer}-${index}`} finding={finding} named />
        ))}
      </ul>
    </section>
  );
}
