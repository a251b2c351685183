import { Button } from '@mantine/core';
import { IconHistory, IconPencil, IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { can } from '@daihon/shared/access';
import { useMessages } from '../../app/i18n.ts';
import { LazyExportDialog } from '../../exchange/LazyExportDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useSession } from '../../wire/session.ts';
import { ComparePane } from './ComparePane.tsx';
import { VersionList } from './VersionList.tsx';
import styles from './VersionsPage.module.css';
import { readComparison } from './comparison.ts';
import type { Side } from './comparison.ts';
import { versionsMessages } from './messages.ts';
import { useScript, useVersions } from './useVersions.ts';

export default function VersionsPage() {
  const t = useMessages(versionsMessages);
  const scriptId = useParams().scriptId ?? '';
  const account = useSession();
  const mayEdit = can(account, 'script.edit');
  const script = useScript(scriptId).data;
  const query = useVersions(scriptId);
  const [params, setParams] = useSearchParams();
  const [exported, setExported] = useState<number | null>(null);

  return (
    <Page
      width="wide"
      title={script?.title ?? t('title')}
      parent={<Crumbs above={[{ to: '/scripts', name: t('back') }]} here={t('title')} />}
      actions={
        mayEdit && (
          <>
            <Button
              component={Link}
              to={`/scripts/${scriptId}/timeline`}
              variant="default"
              leftSection={<IconTimeline size="1rem" aria-hidden />}
            >
              {t('timeline')}
            </Button>
            <Button
              component={Link}
              to={`/scripts/${scriptId}`}
              variant="default"
              leftSection={<IconPencil size="1rem" aria-hidden />}
            >
              {t('openEditor')}
            </Button>
          </>
        )
      }
    >
      <QueryGate query={query}>{({ pages }) => body(pages.flatMap((page) => page.items))}</QueryGate>
      {exported !== null && script !== undefined && (
        <LazyExportDialog script={script} version={exported} onClose={() => setExported(null)} />
      )}
    </Page>
  );

  function body(versions: Parameters<typeof VersionList>[0]['versions']) {
    const comparison = readComparison(params, versions);
    if (comparison === null) {
      return (
        <Panel>
          <EmptyState icon={IconHistory} title={t('none.title')} body={t('none.body')} />
        </Panel>
      );
    }
    return (
      <div className={styles.columns}>
        <VersionList
          versions={versions}
          live={script?.state === 'published' ? script.publishedVersion : null}
          withDraft={mayEdit}
          comparison={comparison}
          onCompare={compare}
          onExport={can(account, 'script.export') ? setExported : null}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
        <ComparePane
          scriptId={scriptId}
          comparison={comparison}
          versions={versions}
          mayEdit={mayEdit}
          onCompare={compare}
        />
      </div>
    );
  }

  /** The address names the two, so a link can be passed on. One alone, while versions are read, is read too. */
  function compare(from: number | null, to: Side): void {
    if (from === null && params.has('v')) setParams({ v: String(to) });
    else setParams({ ...(from === null ? {} : { a: String(from) }), b: String(to) });
  }
}
