import type { Script, Step } from '@daihon/shared/script/schema';

/**
 * What folding these branches hides: each hidden step with the folded step it stands behind. A step is behind another one
 * when no call gets there without passing it; what can be reached another way stays in sight.
 */
export function hiddenBehind(
  script: Pick<Script, 'steps' | 'start' | 'interrupts'>,
  folded: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  if (folded.size === 0) return hidden;
  const steps = new Map(script.steps.map((step) => [step.id, step]));
  const entries = entryIds(script);
  for (const { id } of script.steps) {
    if (!folded.has(id) || hidden.has(id)) continue;
    const otherwise = reach(
      steps,
      entries.filter((entry) => entry !== id),
      id,
    );
    for (const behind of reach(steps, targetsOf(steps.get(id)), id)) {
      if (behind !== id && !otherwise.has(behind) && !hidden.has(behind)) hidden.set(behind, id);
    }
  }
  return hidden;
}

/** Where calls come in: the start, interrupts, and steps that nothing leads to. */
function entryIds({ steps, start, interrupts }: Pick<Script, 'steps' | 'start' | 'interrupts'>): string[] {
  const led = new Set(steps.flatMap((step) => targetsOf(step).filter((to) => to !== step.id)));
  return [
    ...(start === null ? [] : [start]),
    ...interrupts.flatMap(({ to }) => to ?? []),
    ...steps.flatMap(({ id }) => (led.has(id) ? [] : [id])),
  ];
}

/** All that can be reached from these steps without going on from `barred`. */
function reach(
  steps: ReadonlyMap<string, Step>,
  from: readonly string[],
  barred: string,
): ReadonlySet<string> {
  const reached = new Set(from);
  for (const id of reached) {
    if (id === barred) continue;
    for (const to of targetsOf(steps.get(id))) reached.add(to);
  }
  return reached;
}

function targetsOf(step: Step | undefined): string[] {
  return step?.choices.flatMap(({ to }) => to ?? []) ?? [];
}
