import { useReactFlow } from '@xyflow/react';
import type { Connection, OnConnectEnd } from '@xyflow/react';
import { useMemo } from 'react';
import { useEditor, useReadOnly } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import type { Via } from '../session/via.ts';
import { stepSize } from '../ui/stepSize.ts';
import type { MapEdge } from './edges/edges.ts';
import { cardIn, frameAround, scaleFor } from './model/boxes.ts';
import { groupIdOf } from './model/folds.ts';
import { newChoiceHandle } from './nodes/handles.ts';
import { membersOf } from './nodes/members.ts';
import type { MapNode } from './nodes/types.ts';

/** What drawing, dropping and dragging on the map does to the draft. */
export function useCanvasEdits() {
  const editor = useEditor();
  const readOnly = useReadOnly();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  return useMemo(() => {
    const { actions, view } = editor;
    const lead = (stepId: string, via: Via, to: string) => {
      if (typeof via === 'object') actions.connect(stepId, via.choiceId, to);
      else actions.connectNew(stepId, to);
    };
    /** A way that ends on a step leads there; one that ends nowhere asks what kind of step it shall lead to. */
    const drop = (event: MouseEvent | TouchEvent, stepId: string, via: Via) => {
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point === undefined || readOnly) return;
      const at = { x: point.clientX, y: point.clientY };
      const target = nodeIdAt(at);
      if (target !== null && groupIdOf(target) === null) lead(stepId, via, target);
      if (target !== null) return;
      const { x, y } = screenToFlowPosition(at, { snapToGrid: false });
      const position = { x: Math.round(x), y: Math.round(y - 20) };
      view.set({ menu: { at, subject: { type: 'new', from: { stepId, via }, position } } });
    };
    const dropNew: OnConnectEnd = (event, { fromHandle, isValid, toNode }) => {
      if (isValid === true || toNode !== null || fromHandle?.type !== 'source') return;
      drop(event, fromHandle.nodeId, viaOf(fromHandle.id));
    };
    return {
      onConnect: ({ source, sourceHandle, target }: Connection) => {
        if (groupIdOf(target) === null) lead(source, viaOf(sourceHandle), target);
      },
      onConnectEnd: dropNew,
      onReconnect: (edge: MapEdge, { target }: Connection) => {
        if (groupIdOf(target) === null) actions.connect(edge.source, edge.sourceHandle ?? '', target);
      },
      onReconnectEnd: (
        event: MouseEvent | TouchEvent,
        edge: MapEdge,
        _handle: unknown,
        { isValid, toNode }: { isValid: boolean | null; toNode: unknown },
      ) => {
        if (isValid === true || toNode !== null || edge.sourceHandle == null) return;
        drop(event, edge.source, { choiceId: edge.sourceHandle });
      },
      onNodeDragStop: (_event: unknown, _node: MapNode, moved: MapNode[]) =>
        placeMoved(editor, moved, getZoom()),
      onSelectionDragStop: (_event: unknown, moved: MapNode[]) => placeMoved(editor, moved, getZoom()),
    };
  }, [editor, readOnly, screenToFlowPosition, getZoom]);
}

function viaOf(handleId: string | null | undefined): Via {
  return handleId == null || handleId === newChoiceHandle ? 'new' : { choiceId: handleId };
}

/** The node under a point of the screen; frames let through. */
function nodeIdAt({ x, y }: { x: number; y: number }): string | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
  return element?.dataset.id ?? null;
}

/** Writes where dragged nodes were dropped, groups with all their steps, as one change. */
function placeMoved({ actions, session }: Editor, moved: readonly MapNode[], zoom: number): void {
  const { script } = session.store.get();
  const places = new Map<string, { x: number; y: number }>();
  for (const node of moved) {
    const groupId = groupIdOf(node.id);
    if (groupId === null) continue;
    const members = new Set(membersOf(node.id, script));
    const steps = script.steps.filter(({ id }) => members.has(id));
    const frame = frameAround(steps.map((step) => ({ ...step.position, ...stepSize(step) })));
    if (frame === null) continue;
    const from = node.type === 'card' ? cardIn(frame, scaleFor(zoom)) : frame;
    const by = { x: Math.round(node.position.x - from.x), y: Math.round(node.position.y - from.y) };
    for (const { id, position } of steps) places.set(id, { x: position.x + by.x, y: position.y + by.y });
  }
  for (const { id, type, position } of moved) {
    if (type === 'step') places.set(id, { x: Math.round(position.x), y: Math.round(position.y) });
  }
  actions.placeAll([...places]);
}
