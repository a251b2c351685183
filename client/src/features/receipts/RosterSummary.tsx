import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Roster } from '@daihon/shared/receipts';
import type { ReleaseClass } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { formatTime } from '../../ui/formatTime.ts';
import styles from './RosterSummary.module.css';
import { receiptsMessages } from './messages.ts';

const tones: Record<ReleaseClass, TagTone> = { notice: 'neutral', confirm: 'amber', urgent: 'red' };

/** What was released, and how far it has come. */
export function RosterSummary({ roster }: { roster: Roster }) {
  const t = useMessages(receiptsMessages);
  const { version, note, publishedAt, author, counts, reminded, overtaken } = roster;
  const asked = roster.class !== 'notice';
  const stages = (['received', 'opened', 'acknowledged'] as const).filter(
    (stage) => asked || stage !== 'acknowledged',
  );
  return (
    <Panel className={styles.panel}>
      <div className={styles.about}>
        <p className={styles.line}>
          <strong>{t('version', { number: version })}</strong>
          <Tag tone={tones[roster.class]}>{t(`class.${roster.class}`)}</Tag>
          {overtaken && <Tag>{t('overtaken')}</Tag>}
        </p>
        {note !== '' && <p className={styles.note}>{note}</p>}
        <p className={styles.quiet}>{t('by', { time: formatTime(publishedAt), author })}</p>
        {asked && roster.deadlineAt !== null && <Deadline at={roster.deadlineAt} open={counts.missing > 0} />}
        {reminded !== null && (
          <p className={styles.quiet}>
            {t('reminded', { time: formatTime(reminded.at), by: reminded.by, count: reminded.people })}
          </p>
        )}
      </div>
      <dl className={styles.counts} aria-label={t('counts')}>
        {stages.map((stage) => (
          <Count key={stage} label={t(stage)} count={counts[stage]} all={counts.addressees} />
        ))}
      </dl>
      <p className={styles.state} role="status" data-open={counts.missing > 0 || undefined}>
        {counts.missing === 0
          ? t('missing.none')
          : t(asked ? 'missing.asked' : 'missing.notice', { count: counts.missing })}
      </p>
    </Panel>
  );
}

function Count({ label, count, all }: { label: string; count: number; all: number }) {
  const t = useMessages(receiptsMessages);
  return (
    <div className={styles.count}>
      <dt>{label}</dt>
      <dd>
        {t('of', { count, all })}
        <span className={styles.meter} aria-hidden>
          <span style={{ width: `${all === 0 ? 0 : (100 * count) / all}%` }} />
        </span>
      </dd>
    </div>
  );
}

const lookMs = 15_000;

function Deadline({ at, open }: { at: string; open: boolean }) {
  const t = useMessages(receiptsMessages);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookMs);
    return () => clearInterval(timer);
  }, []);
  const late = open && Date.parse(at) < now;
  const Icon = late ? IconAlertTriangle : IconClock;
  return (
    <p className={styles.deadline} data-late={late || undefined}>
      <Icon size="1rem" aria-hidden />
      {t('deadline', { time: formatTime(at) })}
      {late && <strong>{t('overdue')}</strong>}
    </p>
  );
}
