import type { Step } from '@daihon/shared/script/schema';
import { applyNodeChanges } from '@xyflow/react';
import type { Node, NodeChange } from '@xyflow/react';
import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import { useFindings } from '../checks/useFindings.ts';
import { useScript, useView } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';

export type StepNodeData = {
  step: Step;
  number: number;
  isStart: boolean;
  isOpen: boolean;
  severity: 'error' | 'warning' | null;
};
export type StepFlowNode = Node<StepNodeData, 'step'>;

/**
 * The steps as nodes. Selection, size and a drag under way are this page's own; a node keeps its identity until its own
 * step changes.
 */
export function useStepNodes() {
  const script = useScript();
  // The panel comes first: marking the open node may wait until that is on screen.
  const openId = useDeferredValue(useView((view) => view.stepId));
  const { worst } = useFindings();
  const [nodes, setNodes] = useState<StepFlowNode[]>([]);
  useEffect(() => {
    const { numbers } = outlineOf(script);
    setNodes((present) => {
      const byId = new Map(present.map((node) => [node.id, node]));
      return script.steps.map((step) =>
        merge(byId.get(step.id), {
          step,
          number: numbers.get(step.id) ?? 0,
          isStart: script.start === step.id,
          isOpen: openId === step.id,
          severity: worst.get(step.id) ?? null,
        }),
      );
    });
  }, [script, openId, worst]);
  const onNodesChange = useCallback(
    (changes: NodeChange<StepFlowNode>[]) =>
      setNodes((present) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'remove'),
          present,
        ),
      ),
    [],
  );
  return { nodes, onNodesChange };
}

function merge(node: StepFlowNode | undefined, data: StepNodeData): StepFlowNode {
  const { step } = data;
  if (node === undefined) return { id: step.id, type: 'step', position: step.position, data };
  const position = node.dragging === true ? node.position : step.position;
  const moved = position.x !== node.position.x || position.y !== node.position.y;
  const same = (Object.keys(data) as (keyof StepNodeData)[]).every((key) => data[key] === node.data[key]);
  if (same && !moved) return node;
  return { ...node, position, data: same ? node.data : data };
}
