import { ActionIcon } from '@mantine/core';
import { IconFileText, IconSearchOff, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { latePart } from '../../../ui/latePart.tsx';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatTime } from '../../../ui/formatTime.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useSession } from '../../../wire/session.ts';
import { runMessages } from '../messages.ts';
import { orderScripts } from './orderScripts.ts';
import { lastReadOf, useOwnReading } from './ownReading.ts';
import styles from './ScriptShelf.module.css';
import { useReading, useScripts } from './useHome.ts';

const { View: SinceReadSheet } = latePart(
  () => import('../changes/SinceReadSheet.tsx'),
  ({ onClose }) => onClose(),
);

/** The published scripts; a row begins a call. */
export function ScriptShelf({ query }: { query: string }) {
  const t = useMessages(runMessages);
  const scripts = useScripts();
  return (
    <Panel>
      <h2 className="visually-hidden">{t('home.all')}</h2>
      <QueryGate query={scripts}>{(all) => <Shelf scripts={all} query={query} />}</QueryGate>
    </Panel>
  );
}

function Shelf({ scripts, query }: { scripts: readonly ScriptSummary[]; query: string }) {
  const t = useMessages(runMessages);
  const { id: accountId } = useSession();
  const reading = useReading();
  const own = useOwnReading();
  const [since, setSince] = useState<ScriptSummary | null>(null);
  useEffect(() => {
    const known = scripts.map(({ id, publishedVersion }) => [id, publishedVersion ?? 0] as const);
    reading.baseline(accountId, Object.fromEntries(known));
  }, [reading, accountId, scripts]);
  const memory = { favourites: reading.favourites(accountId), recent: reading.recent(accountId) };
  const shown = orderScripts(scripts, query, memory);
  if (scripts.length === 0)
    return <EmptyState icon={IconFileText} title={t('home.none')} body={t('home.noneBody')} />;
  if (shown.length === 0) return <EmptyState icon={IconSearchOff} title={t('home.noHit', { query })} />;
  return (
    <>
      <ul className={styles.list}>
        {shown.map((script) => (
          <ScriptRow
            key={script.id}
            script={script}
            starred={memory.favourites.includes(script.id)}
            recent={memory.recent.includes(script.id)}
            changed={changedSince(script) !== null}
            onChanges={() => setSince(script)}
            onStar={() => reading.toggleFavourite(accountId, script.id)}
          />
        ))}
      </ul>
      {since !== null && (
        <SinceReadSheet
          scriptId={since.id}
          title={since.title}
          from={changedSince(since) ?? 1}
          to={since.publishedVersion ?? 1}
          onClose={() => setSince(null)}
        />
      )}
    </>
  );

  /** The version that was read last, where there is a newer one. */
  function changedSince({ id, publishedVersion }: ScriptSummary): number | null {
    const last = lastReadOf(accountId, id, own);
    return last !== null && publishedVersion !== null && publishedVersion > last ? last : null;
  }
}

interface RowProps {
  script: ScriptSummary;
  starred: boolean;
  recent: boolean;
  changed: boolean;
  onChanges: () => void;
  onStar: () => void;
}

function ScriptRow({ script, starred, recent, changed, onChanges, onStar }: RowProps) {
  const t = useMessages(runMessages);
  const { id, title, folder, labels, publishedVersion, publishedAt } = script;
  const Star = starred ? IconStarFilled : IconStar;
  return (
    <li className={styles.row}>
      <ActionIcon
        className={styles.star}
        data-on={starred || undefined}
        aria-pressed={starred}
        aria-label={t(starred ? 'home.unstar' : 'home.star', { title })}
        onClick={onStar}
      >
        <Star size="1.125rem" aria-hidden />
      </ActionIcon>
      <Link to={`/run/${encodeURIComponent(id)}`} className={styles.open}>
        <span className={styles.title}>
          {title}
          {changed && (
            <Tag tone="amber" dot>
              {t('home.changed')}
            </Tag>
          )}
        </span>
        <span className={styles.facts}>
          {folder !== '' && <span>{folder}</span>}
          <span>{t('home.version', { version: publishedVersion ?? 0 })}</span>
          {publishedAt !== null && <span>{t('home.publishedAt', { time: formatTime(publishedAt) })}</span>}
          {recent && <span>{t('home.recent')}</span>}
          {labels.map((label) => (
            <Tag key={label}>{label}</Tag>
          ))}
        </span>
      </Link>
      {changed && (
        <button
          type="button"
          className={styles.since}
          aria-label={t('home.sinceOf', { title })}
          onClick={onChanges}
        >
          {t('home.since')}
        </button>
      )}
    </li>
  );
}
