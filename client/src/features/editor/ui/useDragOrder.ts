import { useEffect, useMemo, useRef } from 'react';
import type { DragEvent } from 'react';

export type DropSide = 'before' | 'after';

interface DragOrder {
  /** Apart from other lists: what is dragged from elsewhere is not taken. */
  kind: string;
  onDrop: (id: string, targetId: string, side: DropSide) => void;
}

/**
 * Dragging the items of one list into another order. Items carry `data-drag` with their id; the element that is
 * `draggable` is the item or a handle in it. Where a drop would go is marked with `data-drop`, past React: moving the mouse
 * renders nothing. The same can be done by keyboard elsewhere.
 */
export function useDragOrder({ kind, onDrop }: DragOrder) {
  const dragged = useRef<string | null>(null);
  const marked = useRef<HTMLElement | null>(null);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  return useMemo(() => {
    const mark = (item: HTMLElement | null, side?: DropSide) => {
      if (marked.current !== item) delete marked.current?.dataset.drop;
      marked.current = item;
      if (item !== null && side !== undefined) item.dataset.drop = side;
    };
    const targetOf = (event: DragEvent) => {
      const item = itemOf(event);
      const id = item?.dataset.drag;
      if (item === null || id === undefined || dragged.current === null || id === dragged.current)
        return null;
      const { top, height } = item.getBoundingClientRect();
      const side: DropSide = event.clientY < top + height / 2 ? 'before' : 'after';
      return { item, id, side };
    };
    const end = () => {
      mark(null);
      dragged.current = null;
    };
    return {
      onDragStart: (event: DragEvent) => {
        const item = itemOf(event);
        if (item?.dataset.drag === undefined) return;
        dragged.current = item.dataset.drag;
        // No plain text: a text editor would take the drop.
        event.dataTransfer.setData(`application/x-daihon-${kind}`, dragged.current);
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setDragImage(item, 16, 16);
      },
      onDragOver: (event: DragEvent) => {
        const target = targetOf(event);
        mark(target?.item ?? null, target?.side);
        if (target !== null) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        const target = targetOf(event);
        const id = dragged.current;
        end();
        if (target === null || id === null) return;
        event.preventDefault();
        latest.current(id, target.id, target.side);
      },
      onDragEnd: end,
    };
  }, [kind]);
}

function itemOf({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-drag]') : null;
}
