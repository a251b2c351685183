import { Alert } from '@mantine/core';
import { useParams } from 'react-router';
import type { Call } from '@daihon/shared/call';
import { useMessages } from '../../app/i18n.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import styles from './Call.module.css';
import { CallFacts, CallValues } from './CallFacts.tsx';
import { CallPath } from './CallPath.tsx';
import { callsMessages } from './messages.ts';
import { useCall, useCallScripts, useScriptTitle } from './useCalls.ts';

/** One call as it ran: the exact version, the way through it, what was entered. */
export default function CallPage() {
  const query = useCall(useParams().callId ?? '');
  return <QueryGate query={query}>{(call) => <Shown call={call} />}</QueryGate>;
}

function Shown({ call }: { call: Call }) {
  const t = useMessages(callsMessages);
  const scripts = useCallScripts(call);
  const { scriptId, memo, unverified } = call;
  const title = useScriptTitle(scriptId);
  return (
    <Page
      width="wide"
      title={title}
      parent={<Crumbs above={[{ to: '/calls', name: t('title') }]} here={t('call')} />}
    >
      <div className={styles.columns}>
        <Panel>
          <h2 className={styles.heading}>{t('path')}</h2>
          {unverified !== null && unverified !== undefined && (
            <Alert color="yellow" m="md" title={t('unverified')}>
              {t(`unverifiedWhy.${unverified.why}`)}
            </Alert>
          )}
          <CallPath call={call} scripts={scripts} />
        </Panel>
        <div className={styles.side}>
          <Panel>
            <CallFacts call={call} />
          </Panel>
          <Panel>
            <h2 className={styles.heading}>{t('memo')}</h2>
            <p className={styles.memo}>{memo === '' ? t('noMemo') : memo}</p>
          </Panel>
          <Panel>
            <h2 className={styles.heading}>{t('values')}</h2>
            <CallValues call={call} scripts={scripts} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
