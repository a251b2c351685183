import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { PointerEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usePointersShown } from '../people/pointersShown.ts';
import { focusPane } from '../keys/focusPane.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import styles from './Canvas.module.css';
import './canvas.css';
import { CanvasTools } from './CanvasTools.tsx';
import { ChoiceEdge } from './edges/ChoiceEdge.tsx';
import { useMapEdges } from './edges/useMapEdges.ts';
import { EmptyMap } from './EmptyMap.tsx';
import { useCanvasKeys } from './keys/useCanvasKeys.ts';
import { useTidy } from './layout/useTidy.ts';
import { mapMessages } from './messages.ts';
import { minimapClass } from './minimapClass.ts';
import { isFar } from './model/far.ts';
import type { Folds } from './model/folds.ts';
import { useFolds } from './model/useFolds.ts';
import { CardNode } from './nodes/CardNode.tsx';
import { FrameNode } from './nodes/FrameNode.tsx';
import { StepNode } from './nodes/StepNode.tsx';
import { useMapNodes } from './nodes/useMapNodes.ts';
import { RemotePointers } from './pointer/RemotePointers.tsx';
import { useOwnPointer } from './pointer/useOwnPointer.ts';
import { useCanvasEdits } from './useCanvasEdits.ts';
import { useCanvasPointer } from './useCanvasPointer.ts';
import { useFollowOpenStep } from './useFollowOpenStep.ts';
import { useHand } from './useHand.ts';
import { useMapLabels } from './useMapLabels.ts';
import { useMinimap } from './useMinimap.ts';

const nodeTypes = { step: StepNode, frame: FrameNode, card: CardNode };
const edgeTypes = { choice: ChoiceEdge };
/** Legible from the start; the open step is then brought into sight. */
const defaultViewport = { x: 40, y: 40, zoom: 0.75 };
/** Below this, drawing all nodes is quicker than adding and removing them while panning. */
const manyNodes = 60;
const several = ['Control', 'Meta', 'Shift'];

/** The draft as a map. What can be done here can be done in the outline too. */
export function FlowCanvas() {
  const folds = useFolds();
  if (folds === null) return null;
  return (
    <ReactFlowProvider>
      <ToOutline />
      <Flow folds={folds} />
    </ReactFlowProvider>
  );
}

/** Out of the map for those who cannot see it: shown while it has the focus. */
function ToOutline() {
  const t = useMessages(mapMessages);
  const { view } = useEditor();
  return (
    <button type="button" className={styles.toOutline} onClick={() => focusPane(view, 'outline')}>
      {t('toOutline')}
    </button>
  );
}

function Flow({ folds }: { folds: Folds }) {
  const t = useMessages(mapMessages);
  const readOnly = useReadOnly();
  const scheme = useComputedColorScheme('light');
  const [tidying, setTidying] = useState(false);
  const [minimap, toggleMinimap] = useMinimap();
  const [hand, toggleHand] = useHand();
  const [pointers, togglePointers] = usePointersShown();
  const { nodes, onNodesChange } = useMapNodes(folds);
  const edges = useMapEdges(folds);
  const edits = useCanvasEdits();
  const { onDoubleClick, ...pointer } = useCanvasPointer();
  const pointing = useOwnPointer();
  const tidy = useTidy(setTidying);
  const far = useStore(isFar);
  useCanvasKeys({ tidy, toggleMinimap });
  useFollowOpenStep(folds);
  const drag = useMemo(
    () => (hand ? { panOnDrag: true } : { selectionOnDrag: true, panOnDrag: [1] }),
    [hand],
  );
  return (
    <div
      className={styles.canvas}
      data-tidying={tidying || undefined}
      data-far={far || undefined}
      tabIndex={0}
      role="application"
      aria-label={t('label')}
      aria-description={t('useOutline')}
      onPointerDown={takeFocus}
      onDoubleClick={onDoubleClick}
      {...pointing}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        {...edits}
        {...pointer}
        {...drag}
        colorMode={scheme}
        defaultViewport={defaultViewport}
        minZoom={0.03}
        maxZoom={2}
        snapToGrid
        snapGrid={[10, 10]}
        panOnScroll
        zoomActivationKeyCode={['Control', 'Meta']}
        panActivationKeyCode="Space"
        multiSelectionKeyCode={several}
        selectionKeyCode={hand ? 'Shift' : null}
        deleteKeyCode={null}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        elevateNodesOnSelect
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > manyNodes}
        ariaLabelConfig={useMapLabels()}
        role="presentation"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} />
        {minimap && <MiniMap pannable zoomable position="bottom-right" nodeClassName={minimapClass} />}
        {pointers && <RemotePointers />}
        <CanvasTools
          tidy={tidy}
          hand={hand}
          onHand={toggleHand}
          minimap={minimap}
          onMinimap={toggleMinimap}
          pointers={pointers}
          onPointers={togglePointers}
        />
        {nodes.length === 0 && <EmptyMap />}
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
