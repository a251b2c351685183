import { AppError } from '@daihon/shared/errors';
import { check } from '@daihon/shared/script/check';
import { Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';

/** What stands in the way of publishing, and what is worth a look. */
export function findingsOf(script: Script): Finding[] {
  // The draft is the clients' work: nothing that is outside the schema's allow list may become a version.
  const shape = Script.safeParse(script);
  if (shape.success) return check(shape.data);
  return shape.error.issues.map((issue) => ({
    code: 'schema',
    severity: 'error' as const,
    stepId: stepAt(script, issue.path),
    message: issue.message,
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
  }));
}

/** Throws `check_failed` with all findings when one of them is an error. */
export function demandClean(script: Script): void {
  const findings = findingsOf(script);
  if (findings.some((finding) => finding.severity === 'error')) {
    throw new AppError('check_failed', undefined, { members: { findings } });
  }
}

function stepAt(script: Script, path: readonly PropertyKey[]): string | null {
  const [room, index] = path;
  return room === 'steps' && typeof index === 'number' ? (script.steps[index]?.id ?? null) : null;
}
