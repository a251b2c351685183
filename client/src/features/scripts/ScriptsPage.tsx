import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { can } from '@daihon/shared/access';
import { dayInJapan } from '@daihon/shared/days';
import { useMessages } from '../../app/i18n.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useSession } from '../../wire/session.ts';
import { OverdueNotice } from './care/OverdueNotice.tsx';
import { useScripts, useStatus, useTextSearch } from './data/useScripts.ts';
import { ScriptDialogs } from './dialogs/ScriptDialogs.tsx';
import { useScriptActions } from './dialogs/useScriptActions.ts';
import { FilterBar } from './filter/FilterBar.tsx';
import { filterScripts } from './filter/filterScripts.ts';
import { useListAddress } from './filter/useListAddress.ts';
import { FolderPane } from './folders/FolderPane.tsx';
import { FolderTrail } from './folders/FolderTrail.tsx';
import { useFolders } from './folders/useFolders.ts';
import { BulkBar } from './list/BulkBar.tsx';
import { EmptyList } from './list/EmptyList.tsx';
import { ScriptTable } from './list/ScriptTable.tsx';
import { useSelection } from './list/useSelection.ts';
import { scriptsMessages } from './messages.ts';
import styles from './ScriptsPage.module.css';

export default function ScriptsPage() {
  const t = useMessages(scriptsMessages);
  const mayEdit = can(useSession(), 'script.edit');
  const { filter, change, chooseFolder, reset } = useListAddress();
  const query = useScripts();
  const folders = useFolders().data ?? [];
  const search = useTextSearch(filter.q);
  const status = useStatus(mayEdit).data;
  const { asked, act, close } = useScriptActions();
  const today = dayInJapan(new Date());
  const scripts = useMemo(() => query.data ?? [], [query.data]);
  const shown = useMemo(() => {
    const found = filter.q.trim() === '' ? null : new Set(search.data?.keys());
    return filterScripts(scripts, filter, { today, found });
  }, [scripts, filter, today, search.data]);
  const selection = useSelection(shown);

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
        <FolderPane
          folders={folders}
          scripts={scripts}
          current={filter.folder}
          mayEdit={mayEdit}
          onChoose={chooseFolder}
          onMoved={selection.clear}
        />
        <div className={styles.main}>
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
      <ScriptDialogs action={asked} folders={folders} status={status} onClose={close} />
    </Page>
  );
}
