import { SegmentedControl, Select } from '@mantine/core';
import { IconUserSearch, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Roster } from '@daihon/shared/receipts';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ReceiptFiles } from './ReceiptFiles.tsx';
import styles from './ReceiptsPage.module.css';
import { RemindButton } from './RemindButton.tsx';
import { RosterSummary } from './RosterSummary.tsx';
import { RosterTable } from './RosterTable.tsx';
import { receiptsMessages } from './messages.ts';
import { useLiveRoster, useReleasedVersions, useRoster } from './useRoster.ts';

/** Who has received, opened and acknowledged a release: `?seq=` names it, without it it is the current one. */
export default function ReceiptsPage() {
  const t = useMessages(receiptsMessages);
  const scriptId = useParams().scriptId ?? '';
  const [params, setParams] = useSearchParams();
  const [q, setQ] = useState('');
  const seq = seqOf(params.get('seq'));
  const missing = params.get('missing') === '1';
  const query = useRoster({ scriptId, seq, missing, q });
  const versions = useReleasedVersions(scriptId).data ?? [];
  const roster = query.data?.pages[0];
  useLiveRoster(scriptId, roster?.seq ?? seq);
  const kind = roster?.class === 'notice' ? 'notice' : 'asked';

  return (
    <Page
      title={roster?.title ?? t('title')}
      parent={
        <Crumbs
          above={[
            { to: '/scripts', name: t('scripts') },
            { to: `/scripts/${scriptId}/versions`, name: t('history') },
          ]}
          here={t('title')}
        />
      }
      actions={
        roster !== undefined && (
          <>
            <ReceiptFiles scriptId={scriptId} seq={roster.seq} />
            <RemindButton scriptId={scriptId} roster={roster} />
          </>
        )
      }
    >
      {roster !== undefined && <RosterSummary roster={roster} />}
      <div className={styles.bar} role="search">
        {versions.length > 1 && roster !== undefined && (
          <Select
            className={styles.pick ?? ''}
            aria-label={t('pick')}
            allowDeselect={false}
            value={String(roster.seq)}
            data={versions.map(({ number, seq: each }) => ({
              value: String(each),
              label: t('version', { number }),
            }))}
            onChange={(value) => change({ seq: value })}
          />
        )}
        <SegmentedControl
          aria-label={t('show')}
          value={missing ? 'missing' : 'all'}
          data={[
            { value: 'all', label: t('all') },
            { value: 'missing', label: t(`onlyMissing.${kind}`) },
          ]}
          onChange={(value) => change({ missing: value === 'missing' ? '1' : null })}
        />
        <SearchField className={styles.search} label={t('search')} value={q} onChange={setQ} />
      </div>
      <Panel>
        <QueryGate query={query}>{({ pages }) => table(pages)}</QueryGate>
      </Panel>
    </Page>
  );

  function table(pages: readonly Roster[]) {
    const lines = pages.flatMap(({ items }) => items);
    if (lines.length === 0) return <Nobody filtered={missing || q !== ''} />;
    return (
      <RosterTable
        lines={lines}
        asked={kind === 'asked'}
        stale={query.isPlaceholderData}
        more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        loadingMore={query.isFetchingNextPage}
      />
    );
  }

  function change(part: Record<string, string | null>): void {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(part)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  }
}

function Nobody({ filtered }: { filtered: boolean }) {
  const t = useMessages(receiptsMessages);
  return filtered ? (
    <EmptyState icon={IconUserSearch} title={t('empty.title')} body={t('empty.body')} />
  ) : (
    <EmptyState icon={IconUsersGroup} title={t('nobody.title')} body={t('nobody.body')} />
  );
}

function seqOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,11}$/u.test(text) ? Number(text) : null;
}
