import { useMessages } from '../../../app/i18n.ts';
import { markMatches } from '../../../ui/markMatches.ts';
import styles from './Find.module.css';
import { findMessages } from './messages.ts';
import type { Hit } from './search.ts';

interface HitListProps {
  hits: readonly Hit[];
  index: number;
  query: string;
  onPick: (index: number) => void;
}

/** More than this is not drawn: who has so many hits types on. */
const shown = 200;

export function HitList({ hits, index, query, onPick }: HitListProps) {
  const t = useMessages(findMessages);
  return (
    <ol className={styles.hits} aria-label={t('results')}>
      {hits.slice(0, shown).map((hit, at) => (
        <li key={`${hit.stepId} ${at}`}>
          <button
            type="button"
            className={styles.hit}
            aria-current={at === index || undefined}
            ref={(row) => {
              if (at === index) row?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => onPick(at)}
          >
            <span className={styles.step}>
              {hit.stepId === null
                ? t('whole')
                : `${hit.number} ${hit.title === '' ? t('untitled') : hit.title}`}
              <small>{t(`places.${hit.place}`)}</small>
            </span>
            <span className={styles.excerpt}>
              {markMatches(hit.excerpt, query).map(({ text, match }, piece) =>
                match ? <mark key={piece}>{text}</mark> : text,
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
