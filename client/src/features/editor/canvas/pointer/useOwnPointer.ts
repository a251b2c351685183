import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { PointerEvent } from 'react';
import { push } from '../../../../wire/push.ts';
import { useEditor } from '../../session/context.ts';

const everyMs = 50;

/** Tells the others where this person points, at most twenty times a second, and when the pointer has left the map. */
export function useOwnPointer() {
  const { session } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const { scriptId, presence } = session;
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let latest: { x: number; y: number } | null = null;
    const send = () => {
      timer = null;
      if (latest !== null) push.sendPointer({ scriptId, x: Math.round(latest.x), y: Math.round(latest.y) });
    };
    return {
      onPointerMove: ({ clientX, clientY, pointerType }: PointerEvent) => {
        if (pointerType === 'touch' || presence.get().length === 0) return;
        latest = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
        timer ??= setTimeout(send, everyMs);
      },
      onPointerLeave: () => {
        if (latest === null) return;
        if (timer !== null) clearTimeout(timer);
        timer = null;
        latest = null;
        push.sendPointer({ scriptId, x: null, y: null });
      },
    };
  }, [scriptId, presence, screenToFlowPosition]);
}
