import type { DiffOp } from '@daihon/shared/version';

/** A difference as it is read aloud too: what went, what came, and what stayed between. */
export function DiffWords({ ops }: { ops: readonly DiffOp[] }) {
  return ops.map(([kind, text], index) => {
    if (kind === '=') return <span key={index}>{text}</span>;
    return kind === '-' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>;
  });
}
