import { Button, Drawer } from '@mantine/core';
import { IconChevronDown, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { movedPath, nameOf } from '@daihon/shared/folderPath';
import type { FolderView } from '@daihon/shared/folder';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { useMove } from '../dialogs/useMove.ts';
import { unfiled } from '../filter/filterScripts.ts';
import { Places } from '../Places.tsx';
import { FolderDialogs } from './FolderDialogs.tsx';
import styles from './FolderPane.module.css';
import { FolderTree } from './FolderTree.tsx';
import type { Dragged } from './dragging.ts';
import type { FolderAction } from './folderAction.ts';
import { folderMessages } from './messages.ts';
import { useMoveFolder } from './useFolders.ts';

interface Props {
  folders: readonly FolderView[];
  scripts: readonly ScriptSummary[];
  current: string | null;
  mayEdit: boolean;
  onChoose: (folder: string | null) => void;
  /** Scripts were dragged into a folder. */
  onMoved: () => void;
}

/** The folders beside the list; where there is no room for them, a button that brings them out. */
export function FolderPane({ folders, scripts, current, mayEdit, onChoose, onMoved }: Props) {
  const t = useMessages(folderMessages);
  const ui = useMessages(uiMessages);
  const [action, setAction] = useState<FolderAction | null>(null);
  const [drawer, setDrawer] = useState(false);
  const move = useMove();
  const moveFolder = useMoveFolder();
  const listed = scripts.filter(({ state }) => state !== 'archived');

  const tree = (heading: boolean) => (
    <FolderTree
      heading={heading}
      folders={folders}
      total={listed.length}
      unfiledCount={listed.filter(({ folder }) => folder === '').length}
      current={current}
      mayManage={mayEdit}
      onChoose={(folder) => {
        onChoose(folder);
        setDrawer(false);
      }}
      onAction={setAction}
      onDrop={drop}
    />
  );

  return (
    <>
      <aside className={styles.side}>
        {tree(true)}
        {mayEdit && <Places />}
      </aside>
      <Button
        className={styles.button ?? ''}
        variant="default"
        fullWidth
        justify="space-between"
        leftSection={<IconFolder size="1rem" aria-hidden />}
        rightSection={<IconChevronDown size="1rem" aria-hidden />}
        onClick={() => setDrawer(true)}
      >
        {t('open', { name: folderName() })}
      </Button>
      <Drawer
        opened={drawer}
        onClose={() => setDrawer(false)}
        size="20rem"
        title={<strong>{t('title')}</strong>}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {tree(false)}
        {mayEdit && <Places />}
      </Drawer>
      {action !== null && (
        <FolderDialogs action={action} folders={folders} onClose={() => setAction(null)} onMoved={follow} />
      )}
    </>
  );

  function folderName(): string {
    if (current === null) return t('all');
    return current === unfiled ? t('unfiled') : nameOf(current);
  }

  /** The folder that is looked at was renamed, moved or deleted. */
  function follow(from: string, to: string | null): void {
    if (current === null || current === unfiled) return;
    if (to !== null) onChoose(movedPath(current, from, to));
    else if (current === from) onChoose(null);
  }

  function drop(dragged: Dragged, folder: string): void {
    if (dragged.kind === 'folder') {
      const to = folder === '' ? nameOf(dragged.path) : `${folder}/${nameOf(dragged.path)}`;
      if (to === dragged.path) return;
      moveFolder.mutate({ from: dragged.path, to }, { onSuccess: () => follow(dragged.path, to) });
      return;
    }
    const chosen = new Set(dragged.ids);
    move.run(
      scripts.filter(({ id }) => chosen.has(id)),
      folder,
      onMoved,
    );
  }
}
