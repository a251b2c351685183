import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconHierarchy2,
  IconMap,
  IconMaximize,
  IconPointer,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly } from '../session/context.ts';
import styles from './Canvas.module.css';
import type { StepFlowNode } from './useStepNodes.ts';

interface CanvasToolsProps {
  onTidy: () => Promise<void>;
  minimap: boolean;
  onMinimap: () => void;
  pointers: boolean;
  onPointers: () => void;
}

export function CanvasTools({ onTidy, minimap, onMinimap, pointers, onPointers }: CanvasToolsProps) {
  const t = useMessages(editorMessages);
  const readOnly = useReadOnly();
  const flow = useReactFlow<StepFlowNode>();
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
      <Tool label={t('canvas.tidy')} disabled={readOnly} onPress={() => void onTidy()}>
        <IconHierarchy2 size="1.125rem" stroke={1.7} />
      </Tool>
      <Tool label={t('canvas.minimap')} pressed={minimap} onPress={onMinimap}>
        <IconMap size="1.125rem" stroke={1.7} />
      </Tool>
      <Tool label={t('canvas.pointers')} pressed={pointers} onPress={onPointers}>
        <IconPointer size="1.125rem" stroke={1.7} />
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
