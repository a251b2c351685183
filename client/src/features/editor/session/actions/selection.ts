import type { ActionContext } from './context.ts';

/** The chosen steps, the same on the map and in the outline. */
export function selectionActions({ view, script }: ActionContext) {
  return {
    select: (stepIds: Iterable<string>) => view.set({ selected: new Set(stepIds) }),
    selectAll: () => view.set({ selected: new Set(script().steps.map(({ id }) => id)) }),
    toggleSelected: (stepId: string) => {
      const selected = new Set(view.get().selected);
      if (!selected.delete(stepId)) selected.add(stepId);
      view.set({ selected });
    },
    /** What a command acts on: the chosen steps, in the order of the draft. */
    chosen: (): string[] => {
      const { selected } = view.get();
      return script().steps.flatMap(({ id }) => (selected.has(id) ? [id] : []));
    },
  };
}
