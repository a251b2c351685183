import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChevronRight,
  IconDots,
  IconFolder,
  IconFolderPlus,
  IconFolderSymlink,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { CSSProperties, DragEvent, KeyboardEvent } from 'react';
import type { FolderView } from '@daihon/shared/folder';
import { useMessages } from '../../../app/i18n.ts';
import styles from './FolderTree.module.css';
import { isDragged, readDrag, startDrag } from './dragging.ts';
import type { Dragged } from './dragging.ts';
import type { FolderAction } from './folderAction.ts';
import { folderMessages } from './messages.ts';

interface Props {
  icon?: Icon;
  folder?: FolderView;
  name: string;
  count: number;
  level: number;
  current: boolean;
  tabbable: boolean;
  hasChildren?: boolean;
  open?: boolean;
  onChoose: () => void;
  onToggle?: (wanted?: boolean) => void;
  onAction?: ((action: FolderAction) => void) | undefined;
  onDrop?: (dragged: Dragged) => void;
}

export function FolderNode(props: Props) {
  const { icon: NodeIcon = IconFolder, folder, name, count, level, current, tabbable } = props;
  const { hasChildren = false, open = false, onChoose, onToggle, onAction, onDrop } = props;
  const t = useMessages(folderMessages);
  const [over, setOver] = useState(false);

  function keyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const path = folder?.path;
    const commands: Record<string, (() => void) | undefined> = {
      Enter: onChoose,
      ' ': onChoose,
      ArrowRight: hasChildren && !open ? () => onToggle?.(true) : undefined,
      ArrowLeft: hasChildren && open ? () => onToggle?.(false) : undefined,
      F2: path === undefined ? undefined : () => onAction?.({ kind: 'rename', path }),
      Delete: path === undefined ? undefined : () => onAction?.({ kind: 'remove', path }),
    };
    const command = commands[event.key];
    if (command === undefined) return;
    event.preventDefault();
    command();
  }

  const dropProps = onDrop && {
    onDragOver: (event: DragEvent) => {
      if (!isDragged(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const dragged = readDrag(event);
      if (dragged === null) return;
      event.preventDefault();
      onDrop(dragged);
    },
  };

  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={current}
      aria-expanded={hasChildren ? open : undefined}
      aria-label={`${name} ${t('count', { count })}`}
      tabIndex={tabbable ? 0 : -1}
      className={styles.node}
      data-over={over || undefined}
      style={{ '--level': level } as CSSProperties}
      draggable={folder !== undefined && onAction !== undefined}
      onDragStart={(event) => {
        if (folder !== undefined) startDrag(event, { kind: 'folder', path: folder.path }, folder.path);
      }}
      onClick={onChoose}
      onKeyDown={keyDown}
      {...dropProps}
    >
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.twist}
          aria-label={t(open ? 'collapse' : 'expand', { name })}
          data-open={open || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onToggle?.();
          }}
        >
          <IconChevronRight size="0.875rem" aria-hidden />
        </button>
      ) : (
        <span className={styles.twist} />
      )}
      <NodeIcon size="1.0625rem" stroke={1.7} aria-hidden />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.count}>{count}</span>
      {folder !== undefined && onAction !== undefined && (
        <NodeMenu path={folder.path} name={name} tabbable={tabbable} onAction={onAction} />
      )}
    </div>
  );
}

interface MenuProps {
  path: string;
  name: string;
  tabbable: boolean;
  onAction: (action: FolderAction) => void;
}

function NodeMenu({ path, name, tabbable, onAction }: MenuProps) {
  const t = useMessages(folderMessages);
  const items = [
    { kind: 'rename', icon: IconPencil },
    { kind: 'move', icon: IconFolderSymlink },
  ] as const;
  return (
    <span className={styles.menu} onClick={(event) => event.stopPropagation()}>
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <ActionIcon size="sm" tabIndex={tabbable ? 0 : -1} aria-label={t('menuOf', { name })}>
            <IconDots size="1rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFolderPlus size="1rem" aria-hidden />}
            onClick={() => onAction({ kind: 'create', parent: path })}
          >
            {t('createIn')}
          </Menu.Item>
          {items.map(({ kind, icon: ItemIcon }) => (
            <Menu.Item
              key={kind}
              leftSection={<ItemIcon size="1rem" aria-hidden />}
              onClick={() => onAction({ kind, path })}
            >
              {t(kind)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size="1rem" aria-hidden />}
            onClick={() => onAction({ kind: 'remove', path })}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
