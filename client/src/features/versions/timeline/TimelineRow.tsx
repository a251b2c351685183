import { IconBookmark, IconBookmarkFilled, IconPencil, IconSend2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEdit, TimelineEntry } from '@daihon/shared/wire/points';
import { useMessages } from '../../../app/i18n.ts';
import { formatClock } from '../../../ui/formatTime.ts';
import styles from './Timeline.module.css';
import { timelineMessages } from './messages.ts';
import { usePointName } from './useTimeline.ts';

interface Props {
  scriptId: string;
  entry: TimelineEntry;
  pointId: string | null;
  onPoint: (id: string) => void;
}

/** One line of the timeline: a point can be chosen, a version leads to its history, an edit names its steps. */
export function TimelineRow({ scriptId, entry, pointId, onPoint }: Props) {
  const t = useMessages(timelineMessages);
  const nameOf = usePointName();
  if (entry.type === 'edit') return <EditRow scriptId={scriptId} edit={entry} />;
  const clock = formatClock(entry.at);
  if (entry.type === 'version') {
    return (
      <Link className={styles.row} to={`/scripts/${scriptId}/versions?b=${entry.number}`}>
        <Line icon={<IconSend2 size="1rem" aria-hidden />} clock={clock} by={entry.by}>
          <strong>{t('published', { number: entry.number })}</strong>
          <span className={styles.quiet}>{entry.note}</span>
        </Line>
      </Link>
    );
  }
  const Icon = entry.kind === 'named' ? IconBookmarkFilled : IconBookmark;
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={entry.id === pointId}
      onClick={() => onPoint(entry.id)}
    >
      <Line icon={<Icon size="1rem" aria-hidden />} clock={clock} by={entry.by}>
        <strong>{nameOf(entry)}</strong>
      </Line>
    </button>
  );
}

const shownSteps = 4;
const hows = [
  'typed',
  'restore',
  'pointRestore',
  'undo',
  'import',
  'importUndo',
  'replace',
  'replaceUndo',
  'suggestion',
  'rename',
] as const;

function EditRow({ scriptId, edit }: { scriptId: string; edit: TimelineEdit }) {
  const t = useMessages(timelineMessages);
  const { from, to, by, steps, count } = edit;
  const [first, last] = [formatClock(from), formatClock(to)];
  const how = hows.find((each) => each === edit.how) ?? 'typed';
  const rest = steps.length - shownSteps;
  return (
    <div className={styles.row}>
      <Line
        icon={<IconPencil size="1rem" aria-hidden />}
        clock={first === last ? first : `${first}–${last}`}
        by={by}
      >
        <span>
          {t(`how.${how}`)} <span className={styles.quiet}>{t('count', { count })}</span>
        </span>
        {steps.length > 0 && (
          <span className={styles.steps}>
            {steps.slice(0, shownSteps).map(({ id, title }) =>
              title === null || id === '' ? (
                <span key={id}>{id === '' ? t('whole') : t('gone')}</span>
              ) : (
                <Link key={id} to={`/scripts/${scriptId}?step=${encodeURIComponent(id)}`}>
                  {title === '' ? t('untitled') : title}
                </Link>
              ),
            )}
            {rest > 0 && <span>{t('moreSteps', { count: rest })}</span>}
          </span>
        )}
      </Line>
    </div>
  );
}

interface LineProps {
  icon: ReactNode;
  clock: string;
  by: string;
  children: ReactNode;
}

function Line({ icon, clock, by, children }: LineProps) {
  return (
    <>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.what}>
        {children}
        <span className={styles.quiet}>{by}</span>
      </span>
      <span className={styles.clock}>{clock}</span>
    </>
  );
}
