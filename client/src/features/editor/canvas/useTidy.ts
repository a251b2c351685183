import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { tidy } from './tidy.ts';
import type { StepFlowNode } from './useStepNodes.ts';

const animationMs = 300;
const nodeMiddle = { x: 120, y: 60 };

/** Lays all steps out anew, animated, as one change to undo; the open step stays in sight. */
export function useTidy(onTidying: (tidying: boolean) => void): () => Promise<void> {
  const { actions, view, session } = useEditor();
  const flow = useReactFlow<StepFlowNode>();
  return useCallback(async () => {
    const positions = await tidy(session.store.get().script, (id) => flow.getNode(id)?.measured);
    onTidying(true);
    actions.placeAll(positions);
    toast.success(translate(editorMessages, 'canvas.tidied'), {
      label: translate(editorMessages, 'undo.undo'),
      run: actions.undo,
    });
    setTimeout(() => {
      onTidying(false);
      const open = positions.find(([id]) => id === view.get().stepId)?.[1];
      if (open === undefined) return;
      const middle = { x: open.x + nodeMiddle.x, y: open.y + nodeMiddle.y };
      void flow.setCenter(middle.x, middle.y, { zoom: flow.getZoom(), duration: animationMs });
    }, animationMs + 50);
  }, [actions, view, session, flow, onTidying]);
}
