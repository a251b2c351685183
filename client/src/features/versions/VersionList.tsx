import { Button } from '@mantine/core';
import type { VersionSummary } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { Panel } from '../../ui/Panel.tsx';
import { dayOf, formatDay } from '../../ui/formatTime.ts';
import { VersionEntry } from './VersionEntry.tsx';
import styles from './VersionList.module.css';
import type { Comparison, Side } from './comparison.ts';
import { versionsMessages } from './messages.ts';

interface Props {
  versions: readonly VersionSummary[];
  live: number | null;
  withDraft: boolean;
  comparison: Comparison;
  onCompare: (from: number | null, to: Side) => void;
  /** For who may take scripts out. */
  onExport: ((version: number) => void) | null;
  /** Loads earlier ones, while there are any. */
  more: (() => void) | null;
}

/** The history by day, newest first, under the draft. */
export function VersionList({ versions, live, withDraft, comparison, onCompare, onExport, more }: Props) {
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
              <VersionEntry
                key={version.number}
                version={version}
                live={version.number === live}
                comparison={comparison}
                onCompare={onCompare}
                onExport={onExport}
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

function byDay(versions: readonly VersionSummary[]): [string, VersionSummary[]][] {
  const days = new Map<string, VersionSummary[]>();
  for (const version of versions) {
    const day = dayOf(version.publishedAt);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days];
}
