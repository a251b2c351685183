import { check } from '@daihon/shared/script/check';
import type { Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useEffect, useState } from 'react';
import { useScript } from '../session/context.ts';
import { useOtherScripts } from '../session/useOtherScripts.ts';

export interface Findings {
  all: readonly Finding[];
  errors: readonly Finding[];
  warnings: readonly Finding[];
  /** The gravest finding of each step. */
  worst: ReadonlyMap<string, Finding['severity']>;
}

const settleMs = 250;
type Others = readonly ScriptSummary[] | null;
const known = new WeakMap<Script, { others: Others; findings: Findings }>();

/** What the checks say about the draft, a moment after the last change. Shared by all who ask. */
export function useFindings(): Findings {
  const script = useScript();
  const [settled, setSettled] = useState(script);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(script), settleMs);
    return () => clearTimeout(timer);
  }, [script]);
  const others = useOtherScripts(settled.steps.some(({ jump }) => jump !== null));
  return findingsOf(settled, others);
}

function findingsOf(script: Script, others: Others): Findings {
  const present = known.get(script);
  if (present?.others === others) return present.findings;
  const all = check(script, others === null ? {} : contextOf(others));
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const worst = new Map<string, Finding['severity']>();
  for (const { stepId, severity } of [...warnings, ...errors])
    if (stepId !== null) worst.set(stepId, severity);
  const findings = { all, errors, warnings, worst };
  known.set(script, { others, findings });
  return findings;
}

function contextOf(others: readonly ScriptSummary[]) {
  const published = others.filter(({ publishedVersion }) => publishedVersion !== null);
  return {
    scriptIds: new Set(others.map(({ id }) => id)),
    publishedIds: new Set(published.map(({ id }) => id)),
  };
}
