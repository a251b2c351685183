import { Button, Checkbox } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useState } from 'react';
import type { TimelineEntry } from '@daihon/shared/wire/points';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { dayOf, formatDay } from '../../../ui/formatTime.ts';
import styles from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import { timelineMessages } from './messages.ts';

interface Props {
  scriptId: string;
  entries: readonly TimelineEntry[];
  pointId: string | null;
  onPoint: (id: string) => void;
  /** Loads earlier ones, while there are any. */
  more: (() => void) | null;
}

/** By day, newest first. */
export function TimelineList({ scriptId, entries, pointId, onPoint, more }: Props) {
  const t = useMessages(timelineMessages);
  const [namedOnly, setNamedOnly] = useState(false);
  const shown = entries.filter((entry) => !namedOnly || (entry.type === 'point' && entry.kind === 'named'));
  const empty = namedOnly ? ('noneNamed' as const) : ('none' as const);
  return (
    <nav aria-label={t('list')}>
      <div className={styles.filter}>
        <Checkbox
          size="sm"
          label={t('namedOnly')}
          checked={namedOnly}
          onChange={(event) => setNamedOnly(event.currentTarget.checked)}
        />
      </div>
      {shown.length === 0 && (
        <EmptyState icon={IconTimeline} title={t(`${empty}.title`)} body={t(`${empty}.body`)} />
      )}
      {byDay(shown).map(([day, ofDay]) => {
        const title = formatDay(timeOf(ofDay[0]));
        return (
          <section key={day} aria-label={title}>
            <h2 className={styles.day}>{title}</h2>
            <ul className={styles.entries}>
              {ofDay.map((entry) => (
                <li key={`${entry.type} ${entry.type === 'point' ? entry.id : timeOf(entry)} ${entry.by}`}>
                  <TimelineRow scriptId={scriptId} entry={entry} pointId={pointId} onPoint={onPoint} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {more !== null && (
        <Button variant="subtle" fullWidth onClick={more}>
          {t('more')}
        </Button>
      )}
      <p className={styles.kept}>{t('kept')}</p>
    </nav>
  );
}

function timeOf(entry: TimelineEntry | undefined): string {
  return entry === undefined ? '' : entry.type === 'edit' ? entry.to : entry.at;
}

function byDay(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(timeOf(entry));
    const known = days.get(day);
    if (known === undefined) days.set(day, [entry]);
    else known.push(entry);
  }
  return [...days];
}
