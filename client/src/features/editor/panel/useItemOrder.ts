import { useDragOrder } from '../ui/useDragOrder.ts';
import { beforeAfterMove } from './ItemTools.tsx';

interface ItemOrder {
  /** Apart from other lists. */
  kind: string;
  items: readonly { id: string }[];
  /** How many items from the end stay where they are. */
  fixedAtEnd?: number;
  move: (id: string, beforeId: string | null) => void;
}

/** The order of a list, by dragging and by keys alike. */
export function useItemOrder({ kind, items, fixedAtEnd = 0, move }: ItemOrder) {
  const last = items.length - 1 - fixedAtEnd;
  const firstFixed = items[last + 1]?.id ?? null;
  const drag = useDragOrder({
    kind,
    onDrop: (id, targetId, side) => {
      const rest = items.filter((item) => item.id !== id);
      const at = rest.findIndex((item) => item.id === targetId);
      const after = at > rest.length - 1 - fixedAtEnd ? firstFixed : (rest[at + 1]?.id ?? null);
      move(id, side === 'before' ? targetId : after);
    },
  });
  const moveBy = (index: number, direction: 'up' | 'down') => {
    const item = items[index];
    if (item === undefined || (direction === 'up' ? index === 0 : index >= last)) return;
    move(item.id, beforeAfterMove(items, index, direction));
  };
  return { drag, moveBy, last };
}
