import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { FeedItem } from '@daihon/shared/wire/events';
import type { OwnReading, PendingRelease } from '@daihon/shared/receipts';
import type { ReleaseClass } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { TagTone } from '../../../ui/Tag.tsx';
import { push } from '../../../wire/push.ts';
import { useSession } from '../../../wire/session.ts';
import { runMessages } from '../messages.ts';
import styles from './Releases.module.css';
import { owedOf, useOwnReading } from './ownReading.ts';
import { useReading, useReleases } from './useHome.ts';

const shown = 12;
const tones: Record<ReleaseClass, TagTone> = { notice: 'neutral', confirm: 'amber', urgent: 'red' };

type Release = Extract<FeedItem, { kind: 'release' }>;

/** What was released, newest first: what changed, and the confirmation where one is asked for. */
export function Releases() {
  const t = useMessages(runMessages);
  const releases = useReleases();
  const { id: accountId } = useSession();
  const own = useOwnReading();
  useReading();
  const owed = new Map(owedOf(accountId, own).map((each) => [each.seq, each]));
  return (
    <section aria-label={t('home.releases')}>
      <h2 className={styles.heading}>{t('home.releases')}</h2>
      <Panel>
        <QueryGate query={releases}>
          {(items) => {
            const rows = items
              .filter((item): item is Release => item.kind === 'release')
              // What is still to be confirmed stands first, however long ago it was.
              .toSorted((a, b) => Number(owed.has(b.seq)) - Number(owed.has(a.seq)))
              .slice(0, Math.max(shown, owed.size));
            if (rows.length === 0) return <p className={styles.none}>{t('home.noReleases')}</p>;
            return (
              <ul className={styles.list}>
                {rows.map((release) => (
                  <ReleaseRow key={release.seq} release={release} own={own} owed={owed.get(release.seq)} />
                ))}
              </ul>
            );
          }}
        </QueryGate>
      </Panel>
    </section>
  );
}

interface RowProps {
  release: Release;
  own: OwnReading | null;
  /** While it is still to be acknowledged. */
  owed: PendingRelease | undefined;
}

function ReleaseRow({ release, own, owed }: RowProps) {
  const t = useMessages(runMessages);
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const { seq, title, version, note, author, publishedAt } = release;
  return (
    <li className={styles.release}>
      <p className={styles.title}>
        <strong>{title}</strong>
        <span className={styles.version}>{t('home.version', { version })}</span>
        {release.class !== 'notice' && <Tag tone={tones[release.class]}>{t(`class.${release.class}`)}</Tag>}
      </p>
      {note !== '' && <p className={styles.note}>{note}</p>}
      <p className={styles.by}>{t('home.by', { time: formatTime(publishedAt), author })}</p>
      {owed !== undefined && <Owed owed={owed} />}
      {open && <Details release={release} id={detailsId} />}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          onClick={() => {
            // Opening is what 開封 in the receipts means.
            if (!open) push.seen(seq);
            setOpen(!open);
          }}
        >
          {t(open ? 'home.hide' : 'home.details')}
        </button>
        {release.class !== 'notice' && <Acknowledge seq={seq} own={own} owed={owed !== undefined} />}
      </div>
    </li>
  );
}

function Owed({ owed: { deadlineAt, remindedAt } }: { owed: PendingRelease }) {
  const t = useMessages(runMessages);
  const late = deadlineAt !== null && Date.parse(deadlineAt) < Date.now();
  if (deadlineAt === null && remindedAt === null) return null;
  return (
    <p className={styles.owed} data-late={late || undefined}>
      {deadlineAt !== null && t(late ? 'home.overdue' : 'home.deadline', { time: formatTime(deadlineAt) })}
      {remindedAt !== null && <Tag tone="amber">{t('home.reminded')}</Tag>}
    </p>
  );
}

/** The button where it is asked for; without the server's word, wherever it was not pressed here. */
function Acknowledge({ seq, own, owed }: { seq: number; own: OwnReading | null; owed: boolean }) {
  const t = useMessages(runMessages);
  const { id: accountId } = useSession();
  const reading = useReading();
  if (reading.acknowledged(accountId).includes(seq) || own?.acknowledged.includes(seq) === true)
    return (
      <span className={styles.done}>
        <IconCheck size="0.9375rem" aria-hidden />
        {t('home.acknowledged')}
      </span>
    );
  if (own !== null && !owed) return null;
  return (
    <Button
      size="xs"
      onClick={() => {
        push.ack(seq);
        reading.acknowledge(accountId, seq);
      }}
    >
      {t('home.acknowledge')}
    </Button>
  );
}

const changeWords = { added: 'added', removed: 'removed', moved: 'moved', changed: 'edited' } as const;

function Details({ release, id }: { release: Release; id: string }) {
  const t = useMessages(runMessages);
  const { changes, version, scriptId } = release;
  const steps = changes.filter(({ title }) => title !== '');
  return (
    <div className={styles.details} id={id}>
      {version === 1 && <p>{t('home.firstVersion')}</p>}
      {version > 1 && steps.length === 0 && <p>{t('home.noSteps')}</p>}
      {version > 1 && steps.length > 0 && (
        <ul aria-label={t('home.steps')}>
          {steps.map(({ stepId, change, title }) => (
            <li key={stepId}>
              <span className={styles.change}>{t(`home.${changeWords[change]}`)}</span>
              {title}
            </li>
          ))}
        </ul>
      )}
      <Link to={`/run/${encodeURIComponent(scriptId)}`}>{t('home.run')}</Link>
    </div>
  );
}
