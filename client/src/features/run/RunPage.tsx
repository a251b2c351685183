import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { toast } from '../../ui/toasts.ts';
import { problemText } from '../../ui/problemText.ts';
import { CallContext, useCall } from './call/callContext.ts';
import { CallWalk } from './call/CallWalk.tsx';
import { useRunningCall } from './call/useRunningCall.ts';
import { CallScreen } from './CallScreen.tsx';
import { PlainButton } from './frame/PlainButton.tsx';
import { useReminders } from './home/useHome.ts';
import { useListNews } from './home/useListNews.ts';
import { runMessages } from './messages.ts';
import styles from './RunPage.module.css';
import { Seldom } from './withdrawn/inCall.tsx';

const { View: Gate } = latePart(() => import('./gate/Gate.tsx'));

/** A call of one script: `/run/<script>?call_id=…&v.customer.name=…` begins one, `?call=…` goes on with one, `?step=…` goes to a step. */
export default function RunPage() {
  const { scriptId = '' } = useParams();
  const t = useMessages(runMessages);
  const { state, startNext, retry, takeBack } = useRunningCall(scriptId, () =>
    toast.warning(t('open.notThere')),
  );
  useReminders(({ title, version }) => toast.warning(t('home.reminder', { title, version })));
  if (state.status === 'loading')
    return (
      <div className={styles.wait} role="status">
        {t('open.loading')}
      </div>
    );
  if (state.status === 'gate') return <Gate owed={state.owed} own={state.own} onPass={state.pass} />;
  if (state.status === 'notOut') return <Seldom scriptId={scriptId} />;
  if (state.status === 'failed')
    return (
      <EmptyState
        icon={IconPlugConnectedX}
        title={t('open.failed')}
        body={problemText(state.error)}
        role="alert"
      >
        <PlainButton look="filled" onClick={retry}>
          {t('open.retry')}
        </PlainButton>
      </EmptyState>
    );
  return (
    <CallContext value={state.call.store} key={state.call.store.get().record.id}>
      <CallWalk>
        <RunningCall onNextCall={startNext} onTakeBack={takeBack} />
      </CallWalk>
    </CallContext>
  );
}

function RunningCall({ onNextCall, onTakeBack }: { onNextCall: () => void; onTakeBack: () => void }) {
  const { view } = useCall();
  const { title } = view.walk.root.script;
  const listHasNews = useListNews(view.walk.root.scriptId);
  useEffect(() => {
    document.title = `${title} · Daihon`;
  }, [title]);
  if (view.lost) return <Seldom onTakeBack={onTakeBack} />;
  return <CallScreen listHasNews={listHasNews} onNextCall={onNextCall} />;
}
