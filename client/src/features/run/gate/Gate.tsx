import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { OwnReading, PendingRelease } from '@daihon/shared/receipts';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { push } from '../../../wire/push.ts';
import { VersionChanges } from '../changes/VersionChanges.tsx';
import { PlainButton } from '../frame/PlainButton.tsx';
import { lateMessages } from '../lateMessages.ts';
import { runMessages } from '../messages.ts';
import styles from './Gate.module.css';

interface Props {
  owed: readonly PendingRelease[];
  own: OwnReading | null;
  /** All of them are acknowledged. */
  onPass: () => void;
}

/** Before a call begins: the changes that are still to be acknowledged, and the one button that does it. Works without a network. */
export default function Gate({ owed, own, onPass }: Props) {
  const t = useMessages(lateMessages);
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), []);
  return (
    <section className={styles.gate} aria-label={t('gate.title')}>
      <h1>{t('gate.title')}</h1>
      <p className={styles.lead}>{t('gate.lead')}</p>
      <ul>
        {owed.map((release) => (
          <Owed key={release.seq} release={release} lastRead={own?.lastRead[release.scriptId] ?? null} />
        ))}
      </ul>
      <div className={styles.actions}>
        <Link to="/run">{t('gate.back')}</Link>
        <PlainButton look="filled" ref={go} onClick={onPass}>
          {t('gate.pass')}
        </PlainButton>
      </div>
    </section>
  );
}

function Owed({ release, lastRead }: { release: PendingRelease; lastRead: number | null }) {
  const t = useMessages(lateMessages);
  const run = useMessages(runMessages);
  const [open, setOpen] = useState(false);
  const { seq, scriptId, title, version, note, author, publishedAt, deadlineAt, remindedAt } = release;
  const late = deadlineAt !== null && Date.parse(deadlineAt) < Date.now();
  const comparable = lastRead !== null && lastRead < version;
  return (
    <li className={styles.owed}>
      <p className={styles.title}>
        <strong>{title}</strong>
        <span className={styles.quiet}>{run('home.version', { version })}</span>
        <Tag tone={release.class === 'urgent' ? 'red' : 'amber'}>{run(`class.${release.class}`)}</Tag>
        {remindedAt !== null && <Tag tone="amber">{run('home.reminded')}</Tag>}
      </p>
      {note !== '' && <p className={styles.note}>{note}</p>}
      <p className={styles.quiet}>{run('home.by', { time: formatTime(publishedAt), author })}</p>
      {deadlineAt !== null && (
        <p className={styles.deadline} data-late={late || undefined}>
          {late ? <IconAlertTriangle size="1rem" aria-hidden /> : <IconClock size="1rem" aria-hidden />}
          {run(late ? 'home.overdue' : 'home.deadline', { time: formatTime(deadlineAt) })}
        </p>
      )}
      {comparable && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          onClick={() => {
            if (!open) push.seen(seq);
            setOpen(!open);
          }}
        >
          {t(open ? 'news.hide' : 'gate.changes', { from: lastRead })}
        </button>
      )}
      {comparable && open && (
        <div className={styles.changes}>
          <VersionChanges scriptId={scriptId} from={lastRead} to={version} />
        </div>
      )}
    </li>
  );
}
