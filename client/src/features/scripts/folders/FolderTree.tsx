import { IconFolderOff, IconFolderPlus, IconStack2 } from '@tabler/icons-react';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { FolderView } from '@daihon/shared/folder';
import { parentOf, pathsTo } from '@daihon/shared/folderPath';
import { useMessages } from '../../../app/i18n.ts';
import { useSession } from '../../../wire/session.ts';
import { unfiled } from '../filter/filterScripts.ts';
import { FolderNode } from './FolderNode.tsx';
import styles from './FolderTree.module.css';
import type { Dragged } from './dragging.ts';
import type { FolderAction } from './folderAction.ts';
import { readFolderMemory, writeFolderMemory } from './folderMemory.ts';
import { folderMessages } from './messages.ts';

interface Props {
  /** Its own heading; a drawer has one already. */
  heading: boolean;
  folders: readonly FolderView[];
  /** How many scripts there are, and how many in no folder. */
  total: number;
  unfiledCount: number;
  current: string | null;
  mayManage: boolean;
  onChoose: (folder: string | null) => void;
  onAction: (action: FolderAction) => void;
  onDrop: (dragged: Dragged, folder: string) => void;
}

export function FolderTree(props: Props) {
  const { heading, folders, total, unfiledCount, current, mayManage, onChoose, onAction, onDrop } = props;
  const t = useMessages(folderMessages);
  const account = useSession();
  const [open, setOpen] = useState(() => new Set(readFolderMemory(account.id).open));
  const shown = folders.filter(({ path }) => pathsTo(parentOf(path)).every((above) => open.has(above)));
  const chosen =
    current === null || current === unfiled
      ? current
      : pathsTo(current).findLast((path) => shown.some((each) => each.path === path));

  function toggle(path: string, wanted = !open.has(path)): void {
    const next = new Set(open);
    if (wanted) next.add(path);
    else next.delete(path);
    setOpen(next);
    writeFolderMemory(account.id, { open: [...next] });
  }

  return (
    <section className={styles.side} aria-label={t('title')}>
      {!heading && mayManage && (
        <Button
          variant="subtle"
          justify="flex-start"
          leftSection={<IconFolderPlus size="1.125rem" stroke={1.7} aria-hidden />}
          onClick={() => onAction({ kind: 'create', parent: '' })}
        >
          {t('create')}
        </Button>
      )}
      {heading && (
        <div className={styles.head}>
          <h2>{t('title')}</h2>
          {mayManage && (
            <Tooltip label={t('create')}>
              <ActionIcon
                size="md"
                aria-label={t('create')}
                onClick={() => onAction({ kind: 'create', parent: '' })}
              >
                <IconFolderPlus size="1.125rem" stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      )}
      <div role="tree" aria-label={t('title')} className={styles.tree} onKeyDown={moveFocus}>
        <FolderNode
          icon={IconStack2}
          name={t('all')}
          count={total}
          level={1}
          current={current === null}
          tabbable={chosen === null}
          onChoose={() => onChoose(null)}
        />
        <FolderNode
          icon={IconFolderOff}
          name={t('unfiled')}
          count={unfiledCount}
          level={1}
          current={current === unfiled}
          tabbable={chosen === unfiled}
          onChoose={() => onChoose(unfiled)}
          onDrop={(dragged) => onDrop(dragged, '')}
        />
        {shown.map((folder) => (
          <FolderNode
            key={folder.path}
            folder={folder}
            hasChildren={folders.some(({ path }) => parentOf(path) === folder.path)}
            open={open.has(folder.path)}
            name={folder.path.split('/').at(-1) ?? ''}
            count={folder.all}
            level={folder.path.split('/').length}
            current={current === folder.path}
            tabbable={chosen === folder.path}
            onChoose={() => onChoose(folder.path)}
            onToggle={(wanted) => toggle(folder.path, wanted)}
            onAction={mayManage ? onAction : undefined}
            onDrop={(dragged) => {
              toggle(folder.path, true);
              onDrop(dragged, folder.path);
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** ↑ ↓ Home End go from folder to folder; ← and → are the folder's own. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const at = items.indexOf(event.target);
  if (at === -1) return;
  const places: Record<string, number> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: items.length - 1,
  };
  const next = items[places[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
