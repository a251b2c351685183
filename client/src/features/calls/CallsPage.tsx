import { Button } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { Call } from '@daihon/shared/call';
import { useMessages } from '../../app/i18n.ts';
import { outcomeText } from '../../script/outcomeText.ts';
import table from '../../ui/DataTable.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import { usePolicy } from '../../wire/policy.ts';
import styles from './Call.module.css';
import { ScriptName } from './ScriptName.tsx';
import { lengthText } from './callPath.ts';
import { callsMessages } from './messages.ts';
import { useCalls } from './useCalls.ts';

/** Calls of everybody, or those that ran on one script or one version of it. */
export default function CallsPage() {
  const t = useMessages(callsMessages);
  const [params, setParams] = useSearchParams();
  const scriptId = params.get('scriptId');
  const version = params.get('version');
  const query = useCalls({ scriptId, version });
  return (
    <Page
      width="wide"
      title={t('title')}
      description={t('lead')}
      actions={
        scriptId !== null && (
          <Button variant="default" onClick={() => setParams({})}>
            {t('clear')}
          </Button>
        )
      }
    >
      <Panel>
        {scriptId !== null && (
          <h2 className={styles.heading}>
            <ScriptName scriptId={scriptId}>
              {(title) => (version === null ? t('of', { title }) : t('ofVersion', { title, version }))}
            </ScriptName>
          </h2>
        )}
        <QueryGate query={query}>
          {({ pages }) => <CallTable calls={pages.flatMap(({ items }) => items)} />}
        </QueryGate>
        {query.hasNextPage && (
          <Button variant="subtle" fullWidth onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Panel>
    </Page>
  );
}

function CallTable({ calls }: { calls: readonly Call[] }) {
  const t = useMessages(callsMessages);
  if (calls.length === 0) {
    return <EmptyState icon={IconHeadset} title={t('none.title')} body={t('none.body')} />;
  }
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('started')}</th>
            <th scope="col">{t('agent')}</th>
            <th scope="col">{t('script')}</th>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('length')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Row key={call.id} call={call} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ call }: { call: Call }) {
  const t = useMessages(callsMessages);
  const outcomes = usePolicy()?.outcomes ?? [];
  const { id, scriptId, version, outcome, startedAt, endedAt, agent, unverified, switches } = call;
  const versions = [...new Set([...switches.map(({ from }) => from), version])];
  return (
    <tr>
      <td className={table.nowrap}>
        <Link className={table.main} to={`/calls/${id}`}>
          <Time iso={startedAt} exact />
        </Link>
      </td>
      <td>{agent?.name}</td>
      <td>
        <ScriptName scriptId={scriptId} />
      </td>
      <td className={table.nowrap}>{versions.map((number) => t('versionOf', { number })).join(' → ')}</td>
      <td className={table.nowrap}>
        {endedAt === null ? <Tag tone="green">{t('open')}</Tag> : lengthText(call)}
      </td>
      <td>
        {outcome === null ? '' : outcomeText(outcomes, outcome)}{' '}
        {unverified !== null && unverified !== undefined && <Tag tone="amber">{t('unverified')}</Tag>}
      </td>
    </tr>
  );
}
