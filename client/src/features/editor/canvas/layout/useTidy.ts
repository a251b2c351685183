import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { translate } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor } from '../../session/context.ts';
import { mapMessages } from '../messages.ts';
import type { MapNode } from '../nodes/types.ts';
import { tidy } from './tidy.ts';

const animationMs = 300;
const nodeMiddle = { x: 120, y: 60 };

export type Tidy = (chosen: ReadonlySet<string> | null) => Promise<void>;

/** Lays all or the chosen steps out anew, animated, as one change to undo; the open step stays in sight. */
export function useTidy(onTidying: (tidying: boolean) => void): Tidy {
  const { actions, view, session } = useEditor();
  const flow = useReactFlow<MapNode>();
  return useCallback(
    async (chosen) => {
      const positions = await tidy(session.store.get().script, chosen).catch(() => null);
      if (positions === null) {
        toast.error(translate(mapMessages, 'tidyFailed'));
        return;
      }
      onTidying(true);
      actions.placeAll(positions);
      toast.success(translate(mapMessages, 'tidied'), {
        label: translate(editorMessages, 'undo.undo'),
        run: actions.undo,
      });
      setTimeout(() => {
        onTidying(false);
        const open = positions.find(([id]) => id === view.get().stepId)?.[1];
        if (open === undefined || chosen !== null) return;
        const middle = { x: open.x + nodeMiddle.x, y: open.y + nodeMiddle.y };
        void flow.setCenter(middle.x, middle.y, { zoom: flow.getZoom(), duration: animationMs });
      }, animationMs + 50);
    },
    [actions, view, session, flow, onTidying],
  );
}
