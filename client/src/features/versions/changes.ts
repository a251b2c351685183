import type { DiffOp, StepDiff } from '@daihon/shared/version';

export type ChangeKind = StepDiff['change'];
export const changeKinds: readonly ChangeKind[] = ['added', 'removed', 'changed', 'moved'];

export function countChanges(steps: readonly StepDiff[]): Record<ChangeKind, number> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { change } of steps) counts[change] += 1;
  return counts;
}

/** The same difference seen from the other side: what restoring would do. */
export function invert(steps: readonly StepDiff[]): StepDiff[] {
  const opposite = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
  return steps.map((step) => ({
    ...step,
    change: opposite[step.change],
    parts: step.parts.map(({ part, ops }) => ({ part, ops: removalsFirst(ops.map(invertOp)) })),
  }));
}

function invertOp([kind, text]: DiffOp): DiffOp {
  if (kind === '=') return [kind, text];
  return [kind === '+' ? '-' : '+', text];
}

/** Readers expect the old words before the new ones. */
function removalsFirst(ops: readonly DiffOp[]): DiffOp[] {
  const sorted: DiffOp[] = [];
  let run: DiffOp[] = [];
  const flush = () => {
    sorted.push(...run.filter(([kind]) => kind === '-'), ...run.filter(([kind]) => kind === '+'));
    run = [];
  };
  for (const op of ops) {
    if (op[0] !== '=') {
      run.push(op);
      continue;
    }
    flush();
    sorted.push(op);
  }
  flush();
  return sorted;
}

/** One side of a difference, for the view with two columns. */
export function sideOf(ops: readonly DiffOp[], side: '-' | '+'): DiffOp[] {
  return ops.filter(([kind]) => kind === '=' || kind === side);
}
