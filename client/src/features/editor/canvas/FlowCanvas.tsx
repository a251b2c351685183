import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { PointerEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { usePointersShown } from '../people/pointersShown.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { CanvasTools } from './CanvasTools.tsx';
import styles from './Canvas.module.css';
import './canvas.css';
import { ChoiceEdge } from './ChoiceEdge.tsx';
import { edgesOf } from './edges.ts';
import { RemotePointers } from './RemotePointers.tsx';
import { StepNode } from './StepNode.tsx';
import { useCanvasEdits } from './useCanvasEdits.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useOwnPointer } from './useOwnPointer.ts';
import { useTidy } from './useTidy.ts';
import { useStepNodes } from './useStepNodes.ts';
import { useFollowOpenStep } from './useFollowOpenStep.ts';

const nodeTypes = { step: StepNode };
const edgeTypes = { choice: ChoiceEdge };
/** Legible from the start; the open step is then brought into sight. */
const defaultViewport = { x: 40, y: 40, zoom: 0.75 };
/** Below this, drawing all nodes is quicker than adding and removing them while panning. */
const manySteps = 200;

/** The draft as a map. What can be done here can be done in the outline too. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  );
}

function Flow() {
  const t = useMessages(editorMessages);
  const readOnly = useReadOnly();
  const scheme = useComputedColorScheme('light');
  const [tidying, setTidying] = useState(false);
  const [minimap, setMinimap] = useState(() => window.innerWidth > 900);
  const { nodes, onNodesChange } = useStepNodes();
  const edges = useScriptPart(edgesOf);
  const edits = useCanvasEdits();
  const labels = useAriaLabels();
  const [pointers, togglePointers] = usePointersShown();
  const pointing = useOwnPointer();
  const tidy = useTidy(setTidying);
  useCanvasKeys(tidy);
  useFollowOpenStep();
  return (
    <div
      className={styles.canvas}
      data-tidying={tidying || undefined}
      tabIndex={-1}
      onPointerDown={takeFocus}
      {...pointing}
    >
      <p className="visually-hidden">{t('canvas.useOutline')}</p>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        {...edits}
        colorMode={scheme}
        defaultViewport={defaultViewport}
        minZoom={0.05}
        maxZoom={2}
        snapToGrid
        snapGrid={[10, 10]}
        panOnScroll
        zoomActivationKeyCode={['Control', 'Meta']}
        deleteKeyCode="Delete"
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        elevateNodesOnSelect
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > manySteps}
        ariaLabelConfig={labels}
        aria-label={t('canvas.label')}
        role="application"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} />
        {minimap && (
          <MiniMap pannable zoomable position="bottom-right" nodeClassName={(node) => kindClass(node.data)} />
        )}
        {pointers && <RemotePointers />}
        <CanvasTools
          onTidy={tidy}
          minimap={minimap}
          onMinimap={() => setMinimap(!minimap)}
          pointers={pointers}
          onPointers={togglePointers}
        />
      </ReactFlow>
    </div>
  );
}

/** The map's keys work while it has the focus; dragging on it does not give it one by itself. */
function takeFocus({ target, currentTarget }: PointerEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest('button, input, a') === null) {
    currentTarget.focus({ preventScroll: true });
  }
}

function kindClass(data: Record<string, unknown>): string {
  const step = data.step as { kind?: string } | undefined;
  return `minimap-${step?.kind ?? 'talk'}`;
}

function useAriaLabels() {
  const t = useMessages(editorMessages);
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('flow.nodeDefault'),
      'node.a11yDescription.keyboardDisabled': t('flow.nodeDefault'),
      'edge.a11yDescription.default': t('flow.edgeDefault'),
      'controls.ariaLabel': t('flow.controls'),
      'controls.zoomIn.ariaLabel': t('flow.zoomIn'),
      'controls.zoomOut.ariaLabel': t('flow.zoomOut'),
      'controls.fitView.ariaLabel': t('canvas.fit'),
      'controls.interactive.ariaLabel': t('flow.interactive'),
      'minimap.ariaLabel': t('flow.minimap'),
      'handle.ariaLabel': t('flow.handle'),
    }),
    [t],
  );
}
