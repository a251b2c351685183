import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBarToLeft } from '@tabler/icons-react';
import type { VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { TagTone } from '../../ui/Tag.tsx';
import { dayOf, formatClock, formatDay } from '../../ui/formatTime.ts';
import styles from './VersionList.module.css';
import type { Comparison, Side } from './comparison.ts';
import { versionsMessages } from './messages.ts';

interface Props {
  versions: readonly VersionSummary[];
  live: number | null;
  withDraft: boolean;
  comparison: Comparison;
  onCompare: (from: number | null, to: Side) => void;
  /** Loads earlier ones, while there are any. */
  more: (() => void) | null;
}

/** A click compares with the one before; the arrow takes a version as the one to compare from. */
export function VersionList({ versions, live, withDraft, comparison, onCompare, more }: Props) {
  const t = useMessages(versionsMessages);
  return (
    <Panel className={styles.panel}>
      <nav aria-label={t('list')}>
        {withDraft && (
          <button
            type="button"
            className={styles.entry}
            aria-current={comparison.to === 'draft'}
            onClick={() => onCompare(null, 'draft')}
          >
            <span className={styles.line}>
              <strong>{t('draft')}</strong>
            </span>
            <span className={styles.note}>{t('draftHint')}</span>
          </button>
        )}
        {byDay(versions).map(([day, ofDay]) => (
          <section key={day} aria-label={formatDay(ofDay[0]?.publishedAt ?? '')}>
            <h2 className={styles.day}>{formatDay(ofDay[0]?.publishedAt ?? '')}</h2>
            {ofDay.map((version) => (
              <Entry
                key={version.number}
                version={version}
                live={version.number === live}
                comparison={comparison}
                onCompare={onCompare}
              />
            ))}
          </section>
        ))}
        {more !== null && (
          <Button variant="subtle" fullWidth onClick={more}>
            {t('more')}
          </Button>
        )}
      </nav>
    </Panel>
  );
}

const tones: Record<VersionSummary['class'], TagTone> = {
  notice: 'neutral',
  confirm: 'amber',
  urgent: 'red',
};

interface EntryProps extends Pick<Props, 'comparison' | 'onCompare'> {
  version: VersionSummary;
  live: boolean;
}

function Entry({ version, live, comparison, onCompare }: EntryProps) {
  const t = useMessages(versionsMessages);
  const { number, note, author, publishedAt } = version;
  return (
    <div className={styles.row} data-from={comparison.from === number || undefined}>
      <button
        type="button"
        className={styles.entry}
        aria-current={comparison.to === number}
        onClick={() => onCompare(null, number)}
      >
        <span className={styles.line}>
          <strong>{t('version', { number })}</strong>
          {live && (
            <Tag tone="accent" dot>
              {t('live')}
            </Tag>
          )}
          <Tag tone={tones[version.class]}>{t(`class.${version.class}`)}</Tag>
          <time dateTime={publishedAt} className={styles.clock}>
            {formatClock(publishedAt)}
          </time>
        </span>
        <span className={styles.note}>{note}</span>
        <span className={styles.author}>{author.name}</span>
      </button>
      <Tooltip label={t('baseOf', { number })} position="right">
        <ActionIcon
          size="sm"
          className={styles.base ?? ''}
          aria-label={t('baseOf', { number })}
          aria-pressed={comparison.from === number}
          onClick={() => onCompare(number, comparison.to)}
        >
          <IconArrowBarToLeft size="1rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function byDay(versions: readonly VersionSummary[]): [string, VersionSummary[]][] {
  const days = new Map<string, VersionSummary[]>();
  for (const version of versions) {
    const day = dayOf(version.publishedAt);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days];
}
