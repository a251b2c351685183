import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconListSearch, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LogRow } from '@daihon/shared/log';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { CsvMenu } from './CsvMenu.tsx';
import { LogDrawer } from './LogDrawer.tsx';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogTable } from './LogTable.tsx';
import styles from './LogsPage.module.css';
import { logNames, readAsk, writeAsk } from './logFilter.ts';
import type { LogAsk } from './logFilter.ts';
import { logsMessages } from './messages.ts';
import { useLog } from './useLog.ts';

export default function LogsPage() {
  const t = useMessages(logsMessages);
  const ui = useMessages(uiMessages);
  const [params, setParams] = useSearchParams();
  const [askedAt, setAskedAt] = useState(() => new Date());
  const [opened, setOpened] = useState<LogRow | null>(null);
  const ask = readAsk(params);
  const query = useLog(ask, askedAt);

  return (
    <Page
      width="wide"
      title={t('title')}
      description={t('lead')}
      actions={
        <>
          <Tooltip label={ui('retry')}>
            <ActionIcon
              variant="default"
              size="2.125rem"
              aria-label={ui('retry')}
              loading={query.isFetching}
              onClick={renew}
            >
              <IconRefresh size="1.125rem" aria-hidden />
            </ActionIcon>
          </Tooltip>
          <CsvMenu ask={ask} askedAt={askedAt} />
        </>
      }
    >
      <Tabs
        value={ask.name}
        onChange={(name) => change({ name: logNames.find((each) => each === name) ?? 'access', kind: '' })}
        className={styles.tabs ?? ''}
      >
        <Tabs.List aria-label={t('tabs')}>
          {logNames.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`name.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <p className={styles.about}>{t(`about.${ask.name}`)}</p>
      <LogFilterBar ask={ask} onChange={change} />
      <Panel>
        <QueryGate query={query}>{({ pages }) => rows(pages.flatMap((page) => page.items))}</QueryGate>
      </Panel>
      <LogDrawer
        row={opened}
        onClose={() => setOpened(null)}
        onOnly={(loginId) => {
          setOpened(null);
          change({ loginId });
        }}
      />
    </Page>
  );

  function rows(items: LogRow[]) {
    if (items.length === 0 && !query.hasNextPage) {
      return <EmptyState icon={IconListSearch} title={t('empty.title')} body={t('empty.body')} />;
    }
    return (
      <LogTable
        rows={items}
        onOpen={setOpened}
        stale={query.isPlaceholderData}
        more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        loadingMore={query.isFetchingNextPage}
      />
    );
  }

  function change(part: Partial<LogAsk>): void {
    setParams((before) => writeAsk({ ...readAsk(before), ...part }), { replace: true });
    renew();
  }

  /** "The last 24 hours" are those before the newest asking. */
  function renew(): void {
    setAskedAt(new Date());
  }
}
