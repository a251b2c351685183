import { useReactFlow } from '@xyflow/react';
import type { EdgeChange } from '@xyflow/react';
import { useMemo } from 'react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { useEditor, useReadOnly } from '../session/context.ts';
import type { MenuSubject } from '../menu/menuState.ts';
import type { MapEdge } from './edges/edges.ts';
import { groupIdOf } from './model/folds.ts';
import type { MapNode } from './nodes/types.ts';
import { unfolded } from '../panes/folded.ts';

type AnyMouseEvent = ReactMouseEvent | MouseEvent;

/** What clicks on the map open and choose. */
export function useCanvasPointer() {
  const { actions, session, view } = useEditor();
  const readOnly = useReadOnly();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const showMenu = (event: AnyMouseEvent, subject: MenuSubject) => {
      event.preventDefault();
      view.set({ menu: { at: { x: event.clientX, y: event.clientY }, subject } });
    };
    const placeAt = ({ clientX, clientY }: AnyMouseEvent) => {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      return { x: Math.round(x), y: Math.round(y) };
    };
    return {
      onNodeClick: (event: ReactMouseEvent, { id }: MapNode) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || groupIdOf(id) !== null) return;
        actions.open(id);
        view.set({ edge: null });
      },
      onNodeDoubleClick: (_event: unknown, { id }: MapNode) => {
        const groupId = groupIdOf(id);
        if (groupId !== null) {
          actions.foldGroup(groupId);
          return;
        }
        actions.open(id, 'title');
        view.set(unfolded(view, 'panel'));
      },
      onNodeContextMenu: (event: ReactMouseEvent, { id }: MapNode) => {
        const groupId = groupIdOf(id);
        if (groupId !== null) showMenu(event, { type: 'group', id: groupId });
        else if (view.get().selected.has(id)) showMenu(event, { type: 'steps', ids: actions.chosen() });
        else {
          actions.open(id);
          showMenu(event, { type: 'steps', ids: [id] });
        }
      },
      onEdgesChange: (changes: EdgeChange<MapEdge>[]) => {
        for (const change of changes) {
          if (change.type !== 'select') continue;
          const choice = choiceOf(change.id);
          if (change.selected) view.set({ edge: choice });
          else if (view.get().edge?.choiceId === choice?.choiceId) view.set({ edge: null });
        }
      },
      onEdgeContextMenu: (event: ReactMouseEvent, { data }: MapEdge) => {
        if (data?.choice != null) showMenu(event, { type: 'choice', ...data.choice });
      },
      onPaneClick: () => {
        actions.select([]);
        view.set({ edge: null });
      },
      onPaneContextMenu: (event: AnyMouseEvent) =>
        showMenu(event, { type: 'canvas', position: placeAt(event) }),
      onSelectionContextMenu: (event: ReactMouseEvent) =>
        showMenu(event, { type: 'steps', ids: actions.chosen() }),
      onDoubleClick: (event: ReactMouseEvent) => {
        const onPaper = event.target instanceof Element && event.target.matches('.react-flow__pane');
        if (!onPaper || readOnly || session.provider.readOnly) return;
        actions.add('talk', placeAt(event));
      },
    };
  }, [actions, session, view, readOnly, screenToFlowPosition]);
}

function choiceOf(edgeId: string): { stepId: string; choiceId: string } | null {
  const [stepId, choiceId] = edgeId.split('/');
  return stepId === undefined || choiceId === undefined ? null : { stepId, choiceId };
}
