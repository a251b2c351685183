import { IconChevronRight, IconHistory } from '@tabler/icons-react';
import { goTo } from '@daihon/shared/script/walk';
import { useMessages } from '../../app/i18n.ts';
import { formatClock } from '../../ui/formatTime.ts';
import { useWalk } from '../walk/walkContext.ts';
import { trailOf } from '../walk/trail.ts';
import type { TrailItem } from '../walk/trail.ts';
import { walkMessages } from '../messages.ts';
import { PopItem, PopMenu } from './PopMenu.tsx';
import styles from './Trail.module.css';

const shownChips = 3;

/** Where the call has been: the steps before this one as chips, all of them in a menu. Going back keeps what was typed. */
export function Trail() {
  const t = useMessages(walkMessages);
  const { walk, move } = useWalk();
  const trail = trailOf(walk);
  const recent = trail.filter(({ current }) => !current).slice(-shownChips);
  const go = (item: TrailItem) => move((now, at) => goTo(now, item.stepId, at, 'back'));
  const fixed = (item: TrailItem) => item.elsewhere || walk.ended !== null;
  return (
    <nav className={styles.trail} aria-label={t('trail.label')}>
      <PopMenu
        label={t('trail.all')}
        className={styles.all}
        face={
          <>
            <IconHistory size="1rem" stroke={1.8} aria-hidden />
            <span>{trail.length}</span>
          </>
        }
      >
        {trail.map((item) => (
          <PopItem key={item.index} disabled={fixed(item)} current={item.current} onClick={() => go(item)}>
            <Visited item={item} />
          </PopItem>
        ))}
      </PopMenu>
      <ol className={styles.chips}>
        {recent.map((item) => (
          <li key={item.index}>
            {fixed(item) ? (
              <span className={styles.chip}>{item.title}</span>
            ) : (
              <button
                type="button"
                className={styles.chip}
                title={item.answer}
                aria-label={t('trail.back', { title: item.title })}
                onClick={() => go(item)}
              >
                {item.title}
              </button>
            )}
            <IconChevronRight size="0.875rem" className={styles.arrow} aria-hidden />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Visited({ item }: { item: TrailItem }) {
  const t = useMessages(walkMessages);
  return (
    <span className={styles.visited}>
      <time>{formatClock(item.at)}</time>
      <span className={styles.visitedTitle}>{item.title}</span>
      {item.current && <span className={styles.here}>{t('trail.here')}</span>}
      {item.answer !== '' && <span className={styles.answer}>{item.answer}</span>}
    </span>
  );
}
