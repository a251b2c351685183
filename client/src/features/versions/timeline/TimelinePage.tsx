import { Button } from '@mantine/core';
import { IconHistory, IconPencil, IconTimeline } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { useScript } from '../useVersions.ts';
import { PointPane } from './PointPane.tsx';
import styles from './Timeline.module.css';
import { TimelineList } from './TimelineList.tsx';
import { timelineMessages } from './messages.ts';
import { useTimeline } from './useTimeline.ts';

/** Who changed what when in a draft, and the points to go back to. */
export default function TimelinePage() {
  const t = useMessages(timelineMessages);
  const scriptId = useParams().scriptId ?? '';
  const script = useScript(scriptId).data;
  const query = useTimeline(scriptId);
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const pointId = params.get('p');
  return (
    <Page
      width="wide"
      title={script?.title ?? t('title')}
      description={t('lead')}
      parent={<Crumbs above={[{ to: '/scripts', name: t('back') }]} here={t('title')} />}
      actions={
        <>
          <Button
            component={Link}
            to={`/scripts/${scriptId}/versions`}
            variant="default"
            leftSection={<IconHistory size="1rem" aria-hidden />}
          >
            {t('versions')}
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
      }
    >
      <div className={styles.columns}>
        <Panel className={styles.panel}>
          <QueryGate query={query}>
            {({ pages }) => (
              <TimelineList
                scriptId={scriptId}
                entries={pages.flatMap(({ items }) => items)}
                pointId={pointId}
                onPoint={(id) => setParams({ p: id })}
                more={query.hasNextPage ? () => void query.fetchNextPage() : null}
              />
            )}
          </QueryGate>
        </Panel>
        {pointId === null ? (
          <Panel>
            <EmptyState icon={IconTimeline} title={t('choose.title')} body={t('choose.body')} />
          </Panel>
        ) : (
          <PointPane
            key={pointId}
            scriptId={scriptId}
            pointId={pointId}
            onDone={() => void queries.invalidateQueries({ queryKey: ['timeline', scriptId] })}
          />
        )}
      </div>
    </Page>
  );
}
