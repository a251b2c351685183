import type { Script, Step } from '@daihon/shared/script/schema';

/**
 * What would go out of a draft: a step marked 作業中 in its published form (SPEC 47), or not at all when it was never
 * published; choices that lead to it are then dangling, which the check reports.
 */
export function holdBack(draft: Script, published: Script | null): Script {
  const groups = new Set(draft.groups.map((group) => group.id));
  const before = new Map(published?.steps.map((step) => [step.id, step]));
  const steps = draft.steps.flatMap((step): Step[] => {
    if (!step.hold) return [step];
    const old = before.get(step.id);
    if (old === undefined) return [];
    return [{ ...old, hold: false, group: old.group !== null && groups.has(old.group) ? old.group : null }];
  });
  return { ...draft, steps };
}
