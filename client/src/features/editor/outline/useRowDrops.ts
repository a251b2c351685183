import { useEditor } from '../session/context.ts';
import { placeOfDrop } from '../session/outline.ts';
import { useDragOrder } from '../ui/useDragOrder.ts';
import { looseGroupId } from './rows.ts';

/** Dragging steps and groups to where they shall stand; chosen steps go together. */
export function useRowDrops() {
  const { session, actions } = useEditor();
  return useDragOrder({
    kind: 'step',
    onDrop: (id, targetId, side) => {
      const { script } = session.store.get();
      const [type, name = ''] = targetId.split(':');
      const targetGroup =
        type === 'step' ? (script.steps.find((step) => step.id === name)?.group ?? null) : name;
      if (id.startsWith('group:')) {
        const { groups } = script;
        const at = groups.findIndex((group) => group.id === targetGroup);
        const before = side === 'before' && type === 'group' ? at : at + 1;
        actions.moveGroupBefore(id.slice('group:'.length), at === -1 ? null : (groups[before]?.id ?? null));
        return;
      }
      const stepId = id.slice('step:'.length);
      const chosen = actions.chosen();
      const ids = chosen.includes(stepId) ? chosen : [stepId];
      const target =
        type === 'step' ? { stepId: name } : { groupId: targetId === looseGroupId ? null : name };
      const place = placeOfDrop(script, ids, target, side);
      if (place !== null) actions.moveBefore(ids, place);
    },
  });
}
