import type { Script } from '@daihon/shared/script/schema';

/** The steps as one goes along the ways from the start, choice by choice; what is never reached comes last. */
export function edgeOrder({ steps, start }: Pick<Script, 'steps' | 'start'>): string[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const order = new Set<string>();
  const visit = (from: string) => {
    const waiting = [from];
    while (waiting.length > 0) {
      const id = waiting.pop() ?? '';
      if (order.has(id)) continue;
      order.add(id);
      const targets = byId.get(id)?.choices.flatMap(({ to }) => to ?? []) ?? [];
      waiting.push(...targets.reverse());
    }
  };
  if (start !== null) visit(start);
  for (const { id } of steps) visit(id);
  return [...order];
}
