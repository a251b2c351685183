import { Button, Drawer } from '@mantine/core';
import { IconChevronDown, IconFolder, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { can } from '@daihon/shared/access';
import { dayInJapan } from '@daihon/shared/days';
import { movedPath, nameOf } from '@daihon/shared/folder';
import { useMessages } from '../../app/i18n.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { useSession } from '../../wire/session.ts';
import { OverdueNotice } from './care/OverdueNotice.tsx';
import { useScripts, useStatus, useTextSearch } from './data/useScripts.ts';
import { ScriptDialogs } from './dialogs/ScriptDialogs.tsx';
import { useMove } from './dialogs/useMove.ts';
import { useScriptActions } from './dialogs/useScriptActions.ts';
import { FilterBar } from './filter/FilterBar.tsx';
import { filterScripts, unfiled } from './filter/filterScripts.ts';
import { useListAddress } from './filter/useListAddress.ts';
import { FolderDialogs } from './folders/FolderDialogs.tsx';
import { FolderTrail } from './folders/FolderTrail.tsx';
import { FolderTree } from './folders/FolderTree.tsx';
import type { Dragged } from './folders/dragging.ts';
import type { FolderAction } from './folders/folderAction.ts';
import { folderMessages } from './folders/messages.ts';
import { useFolders, useMoveFolder } from './folders/useFolders.ts';
import { BulkBar } from './list/BulkBar.tsx';
import { EmptyList } from './list/EmptyList.tsx';
import { ScriptTable } from './list/ScriptTable.tsx';
import { useSelection } from './list/useSelection.ts';
import { scriptsMessages } from './messages.ts';
import { Places } from './Places.tsx';
import styles from './ScriptsPage.module.css';

export default function ScriptsPage() {
  const t = useMessages(scriptsMessages);
  const ft = useMessages(folderMessages);
  const ui = useMessages(uiMessages);
  const mayEdit = can(useSession(), 'script.edit');
  const { filter, change, chooseFolder, reset } = useListAddress();
  const query = useScripts();
  const folders = useFolders().data ?? [];
  const search = useTextSearch(filter.q);
  const status = useStatus(mayEdit).data;
  const { asked, act, close } = useScriptActions();
  const [folderAction, setFolderAction] = useState<FolderAction | null>(null);
  const [drawer, setDrawer] = useState(false);
  const move = useMove();
  const moveFolder = useMoveFolder();
  const today = dayInJapan(new Date());
  const scripts = useMemo(() => query.data ?? [], [query.data]);
  const shown = useMemo(() => {
    const found = filter.q.trim() === '' ? null : new Set(search.data?.keys());
    return filterScripts(scripts, filter, { today, found });
  }, [scripts, filter, today, search.data]);
  const selection = useSelection(shown);
  const listed = scripts.filter(({ state }) => state !== 'archived');

  const tree = (
    <FolderTree
      folders={folders}
      total={listed.length}
      unfiledCount={listed.filter(({ folder }) => folder === '').length}
      current={filter.folder}
      mayManage={mayEdit}
      onChoose={(folder) => {
        chooseFolder(folder);
        setDrawer(false);
      }}
      onAction={setFolderAction}
      onDrop={drop}
    />
  );

  return (
    <Page
      title={t('title')}
      width="wide"
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => act({ kind: 'create' })}>
            {t('create')}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <aside className={styles.side}>
          {tree}
          {mayEdit && <Places />}
        </aside>
        <div className={styles.main}>
          <Button
            className={styles.folderButton ?? ''}
            variant="default"
            fullWidth
            justify="space-between"
            leftSection={<IconFolder size="1rem" aria-hidden />}
            rightSection={<IconChevronDown size="1rem" aria-hidden />}
            onClick={() => setDrawer(true)}
          >
            {ft('open', { name: folderName(filter.folder) })}
          </Button>
          {mayEdit && (
            <OverdueNotice
              active={filter.review === 'overdue'}
              onShow={() => change({ review: 'overdue' })}
            />
          )}
          {filter.folder !== null && <FolderTrail folder={filter.folder} onChoose={chooseFolder} />}
          {selection.scripts.length > 0 ? (
            <BulkBar selection={selection} onAction={act} />
          ) : (
            <FilterBar
              filter={filter}
              scripts={scripts}
              shown={shown.length}
              searching={filter.q.trim() !== '' && search.isFetching}
              onChange={change}
            />
          )}
          <Panel>
            <QueryGate query={query}>
              {() =>
                shown.length > 0 ? (
                  <ScriptTable
                    scripts={shown}
                    filter={filter}
                    found={search.data}
                    status={status}
                    today={today}
                    mayEdit={mayEdit}
                    selection={selection}
                    onSort={(sort, descending) => change({ sort, dir: descending ? 'desc' : 'asc' })}
                    onAction={act}
                  />
                ) : (
                  <EmptyList
                    any={scripts.length > 0}
                    mayEdit={mayEdit}
                    onReset={reset}
                    onCreate={() => act({ kind: 'create' })}
                  />
                )
              }
            </QueryGate>
          </Panel>
        </div>
      </div>
      <Drawer
        opened={drawer}
        onClose={() => setDrawer(false)}
        size="20rem"
        title={<strong>{ft('title')}</strong>}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {tree}
        {mayEdit && <Places />}
      </Drawer>
      <ScriptDialogs action={asked} folders={folders} status={status} onClose={close} />
      {folderAction !== null && (
        <FolderDialogs
          action={folderAction}
          folders={folders}
          onClose={() => setFolderAction(null)}
          onMoved={followFolder}
        />
      )}
    </Page>
  );

  function folderName(folder: string | null): string {
    if (folder === null) return ft('all');
    return folder === unfiled ? ft('unfiled') : nameOf(folder);
  }

  /** The folder that is looked at was renamed, moved or deleted. */
  function followFolder(from: string, to: string | null): void {
    const { folder } = filter;
    if (folder === null || folder === unfiled) return;
    if (to !== null) chooseFolder(movedPath(folder, from, to));
    else if (folder === from) chooseFolder(null);
  }

  function drop(dragged: Dragged, folder: string): void {
    if (dragged.kind === 'folder') {
      const to = folder === '' ? nameOf(dragged.path) : `${folder}/${nameOf(dragged.path)}`;
      if (to === dragged.path) return;
      moveFolder.mutate({ from: dragged.path, to }, { onSuccess: () => followFolder(dragged.path, to) });
      return;
    }
    const chosen = new Set(dragged.ids);
    move.run(
      scripts.filter(({ id }) => chosen.has(id)),
      folder,
      selection.clear,
    );
  }
}
