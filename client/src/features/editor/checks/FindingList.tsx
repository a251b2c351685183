import type { Finding } from '@daihon/shared/version';
import styles from './Checks.module.css';
import { FindingRow } from './FindingRow.tsx';

interface Props {
  title: string;
  findings: readonly Finding[];
  /** With what lets out those that come from a step on hold. */
  heldFixes?: boolean;
}

/** Findings under a heading, each with the step it is about. */
export function FindingList({ title, findings, heldFixes = false }: Props) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>
        {title} <span>{findings.length}</span>
      </h3>
      <ul>
        {findings.map((finding, index) => (
          <FindingRow
            key={`${finding.code}-${finding.pointer}-${index}`}
            finding={finding}
            named
            fixes={heldFixes && finding.held !== undefined}
          />
        ))}
      </ul>
    </section>
  );
}
