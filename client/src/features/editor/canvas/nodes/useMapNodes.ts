import { applyNodeChanges, useStore } from '@xyflow/react';
import type { NodeChange, NodePositionChange } from '@xyflow/react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useFindings } from '../../checks/useFindings.ts';
import { useEditor, useScript, useView } from '../../session/context.ts';
import { scaleFor } from '../model/boxes.ts';
import type { Folds } from '../model/folds.ts';
import { standingOf } from '../model/standing.ts';
import { buildNodes, withFrames } from './buildNodes.ts';
import type { MapFacts } from './buildNodes.ts';
import { membersOf } from './members.ts';
import type { MapNode } from './types.ts';

/** The draft's nodes. A drag under way is this page's own; everything else follows the draft and the view. */
export function useMapNodes(folds: Folds) {
  const { actions, session, view } = useEditor();
  const script = useScript();
  // The panel comes first: marking the open node may wait until that is on screen.
  const openId = useDeferredValue(useView((state) => state.stepId));
  const selected = useView((state) => state.selected);
  const hits = useView((state) => state.hits);
  const scale = useStore((state) => scaleFor(state.transform[2]));
  const { worst } = useFindings();
  const [nodes, setNodes] = useState<MapNode[]>([]);
  const facts = useRef<MapFacts | null>(null);
  useEffect(() => {
    const standing = standingOf(script, folds);
    const next = { script, folds, standing, openId, selected, hits, worst, scale };
    facts.current = next;
    setNodes((present) => buildNodes(present, next));
  }, [script, folds, openId, selected, hits, worst, scale]);

  const onNodesChange = useCallback(
    (changes: NodeChange<MapNode>[]) => {
      const chosen = selectedAfter(changes, view.get().selected, (id) =>
        membersOf(id, session.store.get().script),
      );
      if (chosen !== null) actions.select(chosen);
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0) return;
      setNodes((present) => (facts.current === null ? present : moved(present, moves, facts.current)));
    },
    [actions, session, view],
  );
  return { nodes, onNodesChange };
}

/** The chosen steps after these changes; null when they are about something else. */
function selectedAfter(
  changes: readonly NodeChange<MapNode>[],
  before: ReadonlySet<string>,
  stepsOf: (nodeId: string) => readonly string[],
): ReadonlySet<string> | null {
  const selects = changes.filter((change) => change.type === 'select');
  if (selects.length === 0) return null;
  const after = new Set(before);
  for (const { id, selected } of selects) {
    for (const stepId of stepsOf(id)) {
      if (selected) after.add(stepId);
      else after.delete(stepId);
    }
  }
  return after;
}

/** Nodes while some are dragged: a frame takes its steps along, and frames follow their steps. */
function moved(present: MapNode[], moves: NodePositionChange[], facts: MapFacts): MapNode[] {
  const frames = new Map(present.flatMap((node) => (node.type === 'frame' ? [[node.id, node]] : [])));
  const direct = moves.filter(({ id }) => !frames.has(id));
  const known = new Set(direct.map(({ id }) => id));
  const carried = moves.flatMap(({ id, position, dragging }) => {
    const frame = frames.get(id);
    if (frame === undefined || position === undefined) return [];
    const by = { x: position.x - frame.position.x, y: position.y - frame.position.y };
    return present.flatMap((node): NodePositionChange[] => {
      if (node.type !== 'step' || node.data.step.group !== frame.data.group.id || known.has(node.id))
        return [];
      const at = { x: node.position.x + by.x, y: node.position.y + by.y };
      return [{ type: 'position', id: node.id, position: at, dragging: dragging ?? false }];
    });
  });
  const others = present.filter((node) => node.type !== 'frame');
  const next = applyNodeChanges<(typeof others)[number]>([...direct, ...carried], others);
  return withFrames(next, present, facts);
}
