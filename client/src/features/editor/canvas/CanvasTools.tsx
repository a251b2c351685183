import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHierarchy2, IconMap, IconMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly, useScript } from '../session/context.ts';
import styles from './Canvas.module.css';
import { tidy } from './tidy.ts';
import type { StepFlowNode } from './useStepNodes.ts';

interface CanvasToolsProps {
  onTidying: (tidying: boolean) => void;
  minimap: boolean;
  onMinimap: () => void;
}

const animationMs = 300;
const nodeMiddle = { x: 120, y: 60 };

export function CanvasTools({ onTidying, minimap, onMinimap }: CanvasToolsProps) {
  const t = useMessages(editorMessages);
  const { actions, view } = useEditor();
  const script = useScript();
  const readOnly = useReadOnly();
  const flow = useReactFlow<StepFlowNode>();
  const arrange = async () => {
    const positions = await tidy(script, (id) => flow.getNode(id)?.measured);
    onTidying(true);
    actions.placeAll(positions);
    toast.success(t('canvas.tidied'), { label: t('undo.undo'), run: actions.undo });
    setTimeout(() => {
      onTidying(false);
      const open = positions.find(([id]) => id === view.get().stepId)?.[1];
      if (open === undefined) return;
      const middle = { x: open.x + nodeMiddle.x, y: open.y + nodeMiddle.y };
      void flow.setCenter(middle.x, middle.y, { zoom: flow.getZoom(), duration: animationMs });
    }, animationMs + 50);
  };
  return (
    <Panel position="bottom-left" className={styles.tools}>
      <Tool label={t('flow.zoomOut')} onPress={() => void flow.zoomOut({ duration: 120 })}>
        <IconZoomOut size="1.125rem" stroke={1.7} />
      </Tool>
      <Zoom label={t('canvas.zoom')} />
      <Tool label={t('flow.zoomIn')} onPress={() => void flow.zoomIn({ duration: 120 })}>
        <IconZoomIn size="1.125rem" stroke={1.7} />
      </Tool>
      <span className={styles.separator} />
      <Tool
        label={t('canvas.fit')}
        onPress={() => void flow.fitView({ padding: 0.15, maxZoom: 1, duration: 250 })}
      >
        <IconMaximize size="1.125rem" stroke={1.7} />
      </Tool>
      <Tool label={t('canvas.tidy')} disabled={readOnly} onPress={() => void arrange()}>
        <IconHierarchy2 size="1.125rem" stroke={1.7} />
      </Tool>
      <Tool label={t('canvas.minimap')} pressed={minimap} onPress={onMinimap}>
        <IconMap size="1.125rem" stroke={1.7} />
      </Tool>
    </Panel>
  );
}

function Zoom({ label }: { label: string }) {
  const { zoom } = useViewport();
  return (
    <span className={styles.zoom} aria-label={label}>
      {Math.round(zoom * 100)}%
    </span>
  );
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Tool({ label, pressed, disabled, onPress, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="md"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled ?? false}
        onClick={onPress}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
