import type { ActionContext } from './context.ts';

/** The chosen steps, the same on the map and in the outline. */
export function selectionActions({ view, script }: ActionContext) {
  return {
    select: (stepIds: Iterable<string>) => view.set({ selected: new Set(stepIds) }),
    toggleSelected: (stepId: string) => {
      const selected = new Set(view.get().selected);
      if (!selected.delete(stepId)) selected.add(stepId);
      view.set({ selected });
    },
    /** What a command acts on, in the order of the draft: the chosen steps, else the open one. */
    chosen: (): string[] => {
      const { selected, stepId } = view.get();
      const ids = selected.size > 0 ? selected : new Set([stepId]);
      return script().steps.flatMap(({ id }) => (ids.has(id) ? [id] : []));
    },
  };
}
