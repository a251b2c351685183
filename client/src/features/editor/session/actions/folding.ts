import { storeFolds } from '../../canvas/model/foldStorage.ts';
import type { Folds } from '../../canvas/model/folds.ts';
import type { ActionContext } from './context.ts';

const none: Folds = { groups: new Set(), branches: new Set() };

/** What this person folds on the map; no colleague sees it. */
export function foldingActions({ session, view, script }: ActionContext) {
  const set = (change: Partial<Folds>) => {
    const folds = { ...(view.get().folds ?? none), ...change };
    view.set({ folds });
    storeFolds(session.scriptId, folds);
  };
  return {
    foldGroup: (groupId: string) =>
      set({ groups: toggled(view.get().folds?.groups ?? none.groups, groupId) }),
    foldBranch: (stepId: string) =>
      set({ branches: toggled(view.get().folds?.branches ?? none.branches, stepId) }),
    foldAllGroups: () => set({ groups: new Set(script().groups.map(({ id }) => id)) }),
    unfoldAll: () => set(none),
  };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
