import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconFold,
  IconHandStop,
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
import { useEditor, useReadOnly, useScriptPart, useView } from '../session/context.ts';
import styles from './Canvas.module.css';
import type { Tidy } from './layout/useTidy.ts';
import { mapMessages } from './messages.ts';
import type { MapNode } from './nodes/types.ts';
import { showAll, showSelection, showStart } from './show.ts';

interface CanvasToolsProps {
  tidy: Tidy;
  hand: boolean;
  onHand: () => void;
  minimap: boolean;
  onMinimap: () => void;
  pointers: boolean;
  onPointers: () => void;
}

const icon = { size: 18, stroke: 1.7 } as const;

export function CanvasTools(props: CanvasToolsProps) {
  const { tidy, hand, onHand, minimap, onMinimap, pointers, onPointers } = props;
  const t = useMessages(mapMessages);
  const flow = useReactFlow<MapNode>();
  return (
    <Panel position="bottom-left" className={styles.tools}>
      <Tool label={t('hand')} pressed={hand} onPress={onHand}>
        <IconHandStop {...icon} />
      </Tool>
      <span className={styles.separator} />
      <Tool label={t('zoomOut')} onPress={() => void flow.zoomOut({ duration: 120 })}>
        <IconZoomOut {...icon} />
      </Tool>
      <ZoomMenu />
      <Tool label={t('zoomIn')} onPress={() => void flow.zoomIn({ duration: 120 })}>
        <IconZoomIn {...icon} />
      </Tool>
      <Tool label={`${t('fit')} (Shift+1)`} onPress={() => showAll(flow)}>
        <IconMaximize {...icon} />
      </Tool>
      <span className={styles.separator} />
      <TidyTool tidy={tidy} />
      <FoldMenu />
      <Tool label={`${t('minimap')} (M)`} pressed={minimap} onPress={onMinimap}>
        <IconMap {...icon} />
      </Tool>
      <Tool label={t('pointers')} pressed={pointers} onPress={onPointers}>
        <IconPointer {...icon} />
      </Tool>
    </Panel>
  );
}

/** Lays out the chosen steps when there are several, else all. */
function TidyTool({ tidy }: { tidy: Tidy }) {
  const t = useMessages(mapMessages);
  const { view } = useEditor();
  const readOnly = useReadOnly();
  const several = useView(({ selected }) => selected.size > 1);
  return (
    <Tool
      label={`${several ? t('tidySelection') : t('tidy')} (Shift+L)`}
      disabled={readOnly}
      onPress={() => void tidy(several ? view.get().selected : null)}
    >
      <IconHierarchy2 {...icon} />
    </Tool>
  );
}

function ZoomMenu() {
  const t = useMessages(mapMessages);
  const editor = useEditor();
  const flow = useReactFlow<MapNode>();
  const { zoom } = useViewport();
  return (
    <Menu position="top" width={220}>
      <Menu.Target>
        <button type="button" className={styles.zoom} aria-label={`${t('zoom')} ${Math.round(zoom * 100)}%`}>
          {Math.round(zoom * 100)}%
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {[50, 100, 200].map((percent) => (
          <Menu.Item
            key={percent}
            rightSection={percent === 100 ? <kbd>Shift+0</kbd> : null}
            onClick={() => void flow.zoomTo(percent / 100, { duration: 150 })}
          >
            {t('zoomTo', { percent })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<kbd>Shift+1</kbd>} onClick={() => showAll(flow)}>
          {t('fit')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Shift+2</kbd>} onClick={() => showSelection(flow, editor)}>
          {t('fitSelection')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Shift+3</kbd>} onClick={() => showStart(flow, editor)}>
          {t('fitStart')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function FoldMenu() {
  const t = useMessages(mapMessages);
  const { actions } = useEditor();
  const none = useScriptPart(({ groups }) => groups.length === 0);
  const unfolded = useView(({ folds }) => folds === null || folds.groups.size + folds.branches.size === 0);
  return (
    <Menu position="top" width={240}>
      <Menu.Target>
        <ActionIcon size="md" aria-label={t('foldAll')} disabled={none && unfolded}>
          <IconFold {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={none} onClick={actions.foldAllGroups}>
          {t('foldAll')}
        </Menu.Item>
        <Menu.Item disabled={unfolded} onClick={actions.unfoldAll}>
          {t('unfoldAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
