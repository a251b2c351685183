import { check } from '@daihon/shared/script/check';
import type { Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import { useEffect, useState } from 'react';
import { useScript } from '../session/context.ts';

export interface Findings {
  all: readonly Finding[];
  errors: readonly Finding[];
  warnings: readonly Finding[];
  /** The gravest finding of each step. */
  worst: ReadonlyMap<string, Finding['severity']>;
}

const settleMs = 250;
const known = new WeakMap<Script, Findings>();

/** What the checks say about the draft, a moment after the last change. Shared by all who ask. */
export function useFindings(): Findings {
  const script = useScript();
  const [settled, setSettled] = useState(script);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(script), settleMs);
    return () => clearTimeout(timer);
  }, [script]);
  return findingsOf(settled);
}

export function findingsOf(script: Script): Findings {
  const present = known.get(script);
  if (present !== undefined) return present;
  const all = check(script);
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const worst = new Map<string, Finding['severity']>();
  for (const { stepId, severity } of [...warnings, ...errors])
    if (stepId !== null) worst.set(stepId, severity);
  const findings = { all, errors, warnings, worst };
  known.set(script, findings);
  return findings;
}
