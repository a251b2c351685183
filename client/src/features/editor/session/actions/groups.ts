import { moveStep } from '@daihon/shared/script/draft/edit';
import { addGroup, moveGroup, removeGroup, setGroup } from '@daihon/shared/script/draft/editScript';
import type { Group } from '@daihon/shared/script/schema';
import { groupColours } from '../../ui/groupColours.ts';
import { newId } from '../newId.ts';
import type { ActionContext } from './context.ts';
import { unfolded } from '../../panes/folded.ts';

/** Groups: frames on the map, sections of the outline. */
export function groupActions({ session, view, script }: ActionContext) {
  const title = () => (script().language === 'ja' ? '新しいグループ' : 'New group');
  /** The palette in turn, so that neighbours differ. */
  const nextColour = () => groupColours[script().groups.length % groupColours.length] ?? groupColours[0];

  return {
    /** A new group around these steps (or none), behind the group they come from; its name is then asked for. */
    addGroup: (stepIds: readonly string[] = []) => {
      const { groups, steps } = script();
      const id = newId();
      const from = steps.find((step) => step.id === stepIds[0])?.group ?? null;
      const after = groups.findIndex((group) => group.id === from);
      const beforeId = after === -1 ? null : (groups[after + 1]?.id ?? null);
      const inOrder = steps.filter((step) => stepIds.includes(step.id));
      session.edit((doc) => {
        addGroup(doc, { id, title: title(), colour: nextColour() }, session.origin);
        if (beforeId !== null) moveGroup(doc, id, beforeId, session.origin);
        for (const step of inOrder) moveStep(doc, step.id, { group: id, beforeId: null }, session.origin);
      });
      view.set({ renamingId: id, ...unfolded(view, 'outline') });
      return id;
    },
    setGroup: (groupId: string, patch: Partial<Omit<Group, 'id'>>) =>
      session.edit((doc) => setGroup(doc, groupId, patch, session.origin)),
    /** The group goes, its steps stay. */
    ungroup: (groupId: string) => session.edit((doc) => removeGroup(doc, groupId, session.origin)),
    moveGroup: (groupId: string, direction: 'up' | 'down') => {
      const { groups } = script();
      const index = groups.findIndex(({ id }) => id === groupId);
      const to = direction === 'up' ? index - 1 : index + 2;
      if (index === -1 || to < 0 || to > groups.length) return;
      session.edit((doc) => moveGroup(doc, groupId, groups[to]?.id ?? null, session.origin));
    },
    moveGroupBefore: (groupId: string, beforeId: string | null) =>
      session.edit((doc) => moveGroup(doc, groupId, beforeId, session.origin)),
  };
}
