import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { push } from '../../../wire/push.ts';
import { useCall } from '../call/callContext.ts';
import { CloseX } from '../frame/CloseX.tsx';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import type { LateTranslate } from '../lateMessages.ts';
import { isOpen } from './liveUpdate.ts';
import type { News } from './liveUpdate.ts';
import styles from './NewsStrip.module.css';
import { StepChanges } from './StepChanges.tsx';
import { useStepDiff } from './useStepDiff.ts';

/**
 * News of a version, laid over the lower edge of the text: nothing that is being read moves, nothing takes the focus. The text can be
 * scrolled out from under it.
 */
export default function NewsStrip() {
  const t = useMessages(lateMessages);
  const { view } = useCall();
  const { news, waiting } = view;
  const diff = useStepDiff(news);
  // Null: as it comes. An urgent version has switched already, so before and after are shown unasked.
  const [wanted, setWanted] = useState<{ version: number; open: boolean } | null>(null);
  if (news === null) return null;
  const { version } = news.incoming.next;
  const open = wanted?.version === version ? wanted.open : news.incoming.class === 'urgent';
  const onToggle = (next: boolean) => setWanted({ version, open: next });
  const quiet = news.phase === 'swapped' || news.phase === 'deferred';
  const urgent = news.incoming.class === 'urgent';
  const changed = news.effect !== 'same';
  return (
    <aside
      className={styles.strip}
      data-quiet={(quiet && !news.mustAcknowledge) || undefined}
      data-tone={urgent ? 'urgent' : news.phase === 'asking' || news.mustAcknowledge ? 'ask' : 'calm'}
      aria-label={t('news.label')}
    >
      <div className={styles.line}>
        {urgent ? (
          <IconAlertTriangle size="1.125rem" aria-hidden />
        ) : (
          <IconRefresh size="1rem" stroke={2} aria-hidden />
        )}
        <p className={styles.words}>
          <strong>{headline(news, t)}</strong>
          {news.incoming.note !== '' && <span className={styles.note}>{news.incoming.note}</span>}
          {isOpen(news) && typeof news.incoming.deadlineAt === 'string' && (
            <span className={styles.note}>
              {t('news.deadline', { time: formatTime(news.incoming.deadlineAt) })}
            </span>
          )}
          {waiting.length > 0 && (
            <span className={styles.note}>{t('news.more', { count: waiting.length })}</span>
          )}
        </p>
        {changed && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            onClick={() => onToggle(!open)}
          >
            {t(open ? 'news.hide' : 'news.show')}
            {open ? <IconChevronDown size="1rem" aria-hidden /> : <IconChevronUp size="1rem" aria-hidden />}
          </button>
        )}
        <Close news={news} />
      </div>
      {changed && open && (
        <div className={styles.diff}>
          <Seen seq={news.incoming.seq} />
          <Moves news={news} />
          {diff !== null && <StepChanges diff={diff} />}
        </div>
      )}
      <Answers news={news} />
    </aside>
  );
}

function headline(news: News, t: LateTranslate): string {
  const version = news.incoming.next.version;
  if (news.phase === 'asking')
    return t(news.effect === 'gone' ? 'news.askingGone' : 'news.asking', { version });
  if (news.phase === 'switched')
    return t(news.incoming.class === 'urgent' ? 'news.urgent' : 'news.switched', { version });
  return t(`news.${news.phase}`, { version });
}

function Moves({ news }: { news: News }) {
  const t = useMessages(lateMessages);
  if (news.effect !== 'gone' || news.after === null) return null;
  const { title } = news.after;
  return (
    <p className={styles.moves}>
      {t(news.phase === 'switched' ? 'news.goneMoved' : 'news.goneTo', { title })}
    </p>
  );
}

/** 「見た」 is recorded when the change is open on the screen. */
function Seen({ seq }: { seq: number | null }) {
  useEffect(() => {
    if (seq !== null) push.seen(seq);
  }, [seq]);
  return null;
}

function Answers({ news }: { news: News }) {
  const t = useMessages(lateMessages);
  const { store } = useCall();
  const asking = news.phase === 'asking';
  const canSwitch = asking || news.phase === 'deferred';
  const acknowledge = news.mustAcknowledge && !news.acknowledged;
  if (!canSwitch && !acknowledge) return null;
  return (
    <div className={styles.answers}>
      {canSwitch && (
        <PlainButton
          look={asking ? 'filled' : 'plain'}
          aria-keyshortcuts="Alt+U"
          onClick={() => store.acceptUpdate()}
        >
          {t('news.accept')}
          <kbd aria-hidden>Alt+U</kbd>
        </PlainButton>
      )}
      {asking && <PlainButton onClick={() => store.deferUpdate()}>{t('news.later')}</PlainButton>}
      {acknowledge && (
        <PlainButton
          look={asking ? 'plain' : news.incoming.class === 'urgent' ? 'danger' : 'filled'}
          aria-keyshortcuts="Alt+K"
          onClick={() => {
            store.acknowledge();
            store.dismissNews();
          }}
        >
          {t('news.acknowledge')}
          <kbd aria-hidden>Alt+K</kbd>
        </PlainButton>
      )}
    </div>
  );
}

function Close({ news }: { news: News }) {
  const t = useMessages(lateMessages);
  const { store } = useCall();
  const open = news.phase === 'asking' || (news.mustAcknowledge && !news.acknowledged);
  if (open) return null;
  return <CloseX label={t('news.close')} onClick={() => store.dismissNews()} />;
}
