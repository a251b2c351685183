import { Button } from '@mantine/core';
import { IconFileText, IconPlus, IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { can } from '@daihon/shared/access';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useSession } from '../../wire/session.ts';
import { CreateDialog } from './CreateDialog.tsx';
import { FilterBar } from './FilterBar.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import type { ScriptAction } from './scriptAction.ts';
import { ScriptTable } from './ScriptTable.tsx';
import { filterScripts, readFilter } from './filterScripts.ts';
import { scriptsMessages } from './messages.ts';
import { useScripts } from './useScripts.ts';

export default function ScriptsPage() {
  const t = useMessages(scriptsMessages);
  const mayEdit = can(useSession(), 'script.edit');
  const query = useScripts();
  const [params, setParams] = useSearchParams();
  const [action, setAction] = useState<ScriptAction | null>(null);
  const filter = readFilter(params);
  const close = () => setAction(null);

  return (
    <Page
      title={t('title')}
      actions={
        mayEdit && (
          <Button
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setAction({ kind: 'create' })}
          >
            {t('create')}
          </Button>
        )
      }
    >
      <FilterBar filter={filter} scripts={query.data ?? []} onChange={setFilter} />
      <Panel>
        <QueryGate query={query}>{(scripts) => list(scripts)}</QueryGate>
      </Panel>
      <CreateDialog opened={action?.kind === 'create'} onClose={close} />
      {action?.kind === 'labels' && <LabelsDialog script={action.script} onClose={close} />}
      {action?.kind === 'remove' && <RemoveDialog script={action.script} onClose={close} />}
    </Page>
  );

  function list(scripts: ScriptSummary[]) {
    const shown = filterScripts(scripts, filter);
    if (shown.length > 0) return <ScriptTable scripts={shown} mayEdit={mayEdit} onAction={setAction} />;
    if (scripts.length > 0) {
      return (
        <EmptyState icon={IconZoomQuestion} title={t('empty.noneTitle')} body={t('empty.noneBody')}>
          <Button variant="default" onClick={() => setParams({}, { replace: true })}>
            {t('filter.reset')}
          </Button>
        </EmptyState>
      );
    }
    return (
      <EmptyState
        icon={IconFileText}
        title={t('empty.title')}
        body={t(mayEdit ? 'empty.body' : 'empty.readOnly')}
      >
        {mayEdit && <Button onClick={() => setAction({ kind: 'create' })}>{t('create')}</Button>}
      </EmptyState>
    );
  }

  function setFilter(change: Record<string, string | null>): void {
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  }
}
