import { useReactFlow } from '@xyflow/react';
import type { Connection, Edge, OnBeforeDelete, OnConnectEnd } from '@xyflow/react';
import { useMemo } from 'react';
import { useEditor, useReadOnly } from '../session/context.ts';
import type { StepFlowNode } from './useStepNodes.ts';

/** Handle of a node from which a new choice is drawn. */
export const newChoiceHandle = '+';

/** What drawing, dropping and deleting on the map does to the draft. */
export function useCanvasEdits() {
  const { actions, view } = useEditor();
  const readOnly = useReadOnly();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const connect = ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle === newChoiceHandle) actions.connectNew(source, target);
      else if (sourceHandle !== null) actions.connect(source, sourceHandle, target);
    };
    const drop: OnConnectEnd = (event, { fromHandle, isValid, toNode }) => {
      if (isValid === true || toNode !== null || fromHandle?.type !== 'source') return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point === undefined) return;
      const at = screenToFlowPosition({ x: point.clientX, y: point.clientY });
      const via =
        fromHandle.id == null || fromHandle.id === newChoiceHandle ? 'new' : { choiceId: fromHandle.id };
      actions.addConnected(fromHandle.nodeId, via, {
        position: { x: Math.round(at.x), y: Math.round(at.y - 40) },
      });
    };
    // The draft decides what is deleted; the map only follows it.
    const refuseDelete: OnBeforeDelete<StepFlowNode> = ({ nodes, edges }) => {
      if (readOnly) return Promise.resolve(false);
      if (nodes.length > 0) actions.remove(nodes.map(({ id }) => id));
      else edges.forEach(({ id, source }) => actions.connect(source, id, null));
      return Promise.resolve(false);
    };
    return {
      onConnect: connect,
      onConnectEnd: drop,
      onReconnect: (edge: Edge, { target }: Connection) => actions.connect(edge.source, edge.id, target),
      onBeforeDelete: refuseDelete,
      onNodeClick: (_event: unknown, node: StepFlowNode) => actions.open(node.id),
      onNodeDoubleClick: (_event: unknown, node: StepFlowNode) => {
        actions.open(node.id, 'title');
        view.set({ pane: 'panel' });
      },
      onNodeDragStop: (_event: unknown, _node: StepFlowNode, moved: StepFlowNode[]) =>
        actions.placeAll(
          moved.map(({ id, position }) => [id, { x: Math.round(position.x), y: Math.round(position.y) }]),
        ),
    };
  }, [actions, view, readOnly, screenToFlowPosition]);
}
