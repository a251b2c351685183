import { AppError } from '@daihon/shared/errors';
import { check, hasErrors } from '@daihon/shared/script/check';
import { Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import { listPublishedIds, listScriptIds } from '../../store/scripts.ts';

/** What stands in the way of publishing, and what is worth a look. */
export async function findingsOf(tenantId: string, script: Script): Promise<Finding[]> {
  // The draft is the clients' work: nothing that is outside the schema's allow list may become a version.
  const shape = Script.safeParse(script);
  if (shape.success) {
    const calls = shape.data.steps.some((step) => step.jump !== null);
    if (!calls) return check(shape.data);
    const [scriptIds, publishedIds] = await Promise.all([
      listScriptIds(tenantId, { binned: false }),
      listPublishedIds(tenantId),
    ]);
    return check(shape.data, { scriptIds: new Set(scriptIds), publishedIds: new Set(publishedIds) });
  }
  return shape.error.issues.map((issue) => ({
    code: 'schema',
    severity: 'error' as const,
    stepId: stepAt(script, issue.path),
    message: issue.message,
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
  }));
}

/** Throws `check_failed` with all findings when one of them is an error. */
export async function demandClean(tenantId: string, script: Script): Promise<void> {
  const findings = await findingsOf(tenantId, script);
  if (hasErrors(findings)) {
    throw new AppError('check_failed', undefined, { members: { findings } });
  }
}

function stepAt(script: Script, path: readonly PropertyKey[]): string | null {
  const [room, index] = path;
  return room === 'steps' && typeof index === 'number' ? (script.steps[index]?.id ?? null) : null;
}
