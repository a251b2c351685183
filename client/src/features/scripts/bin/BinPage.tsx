import { Anchor, Button } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { BinnedScript, Page as ListPage, ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import table from '../../../ui/DataTable.module.css';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { Time } from '../../../ui/Time.tsx';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { useChange } from '../data/useScripts.ts';
import { LabelTag } from '../labels/LabelTag.tsx';
import { binMessages } from './messages.ts';

/** What was thrown away, by whom and when, and the way back. */
export default function BinPage() {
  const t = useMessages(binMessages);
  const query = useQuery({
    queryKey: ['bin'],
    queryFn: async () => (await api.get<ListPage<BinnedScript>>('/api/bin/scripts')).items,
  });
  return (
    <Page
      title={t('title')}
      description={t('lead')}
      parent={
        <Anchor component={Link} to="/scripts" size="sm">
          {t('back')}
        </Anchor>
      }
    >
      <Panel>
        <QueryGate query={query}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={IconTrash} title={t('empty')} body={t('emptyBody')} />
            ) : (
              <BinTable items={items} />
            )
          }
        </QueryGate>
      </Panel>
    </Page>
  );
}

function BinTable({ items }: { items: readonly BinnedScript[] }) {
  const t = useMessages(binMessages);
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            <th scope="col">{t('column.binned')}</th>
            <th scope="col">{t('column.until')}</th>
            <th scope="col" className={table.end}>
              <span className="visually-hidden">{t('column.menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.script.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item: { script, binnedAt, binnedBy, until } }: { item: BinnedScript }) {
  const t = useMessages(binMessages);
  const navigate = useNavigate();
  const restore = useChange((id: string) => api.post<ScriptSummary>(`/api/bin/scripts/${id}/restore`));
  const count = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 86_400_000));
  return (
    <tr>
      <td>
        <span className={table.main}>{script.title}</span>{' '}
        {script.labels.map((label) => (
          <LabelTag key={label} label={label} />
        ))}
        {script.folder !== '' && <div className={table.quiet}>{script.folder}</div>}
      </td>
      <td data-label={t('column.binned')}>
        <Time iso={binnedAt} /> <span className={table.quiet}>{binnedBy.name}</span>
      </td>
      <td data-label={t('column.until')}>
        <Time iso={until} /> <span className={table.quiet}>{t('daysLeft', { count })}</span>
      </td>
      <td className={table.nowrap} align="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('restoreOf', { title: script.title })}
          loading={restore.isPending}
          leftSection={<IconRestore size="1rem" aria-hidden />}
          onClick={() =>
            restore.mutate(script.id, {
              onSuccess: ({ id, title }) =>
                toast.success(t('restored', { title }), {
                  label: t('open'),
                  run: () => void navigate(`/scripts/${id}`),
                }),
              onError: (error) => toast.error(problemText(error)),
            })
          }
        >
          {t('restore')}
        </Button>
      </td>
    </tr>
  );
}
