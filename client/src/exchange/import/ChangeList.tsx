import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { foldKept } from '../../script/foldKept.ts';
import { partKey, scriptWords } from '../../script/words.ts';
import { DiffWords } from '../../ui/DiffWords.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './ChangeList.module.css';
import { importMessages } from './messages.ts';

const tones = { added: 'green', removed: 'red', changed: 'blue', moved: 'violet' } as const;

/** What the file changes in the draft: a line a step, its words when one opens it; what belongs to the whole script first. */
export function ChangeList({ changes }: { changes: readonly StepDiff[] }) {
  const t = useMessages(importMessages);
  if (changes.length === 0) return null;
  return (
    <section className={styles.list} tabIndex={0} aria-label={t('changeList')}>
      {changes.map((change) => (
        <Change key={`${change.change} ${change.id}`} change={change} />
      ))}
    </section>
  );
}

function Change({ change: { id, change, title, parts } }: { change: StepDiff }) {
  const t = useMessages(importMessages);
  const words = useMessages(scriptWords);
  const name = id === '' ? words('whole') : title === '' ? t('untitled') : title;
  return (
    <details className={styles.change}>
      <summary>
        <Tag tone={tones[change]}>{t(`change.${change}`)}</Tag>
        <span className={styles.name}>{name}</span>
        {change === 'changed' && (
          <span className={styles.parts}>
            {parts.map(({ part }) => words(partKey(part, id))).join(t('comma'))}
          </span>
        )}
      </summary>
      <dl>
        {parts.map(({ part, ops }) => (
          <div key={part}>
            <dt>{words(partKey(part, id))}</dt>
            <dd>
              {ops.every(([kind]) => kind === '=') ? (
                <em>{words('part.format')}</em>
              ) : (
                <DiffWords ops={foldKept(ops)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Steps alone: what belongs to the whole script is none. */
export function countsOf(changes: readonly StepDiff[]): { added: number; changed: number; removed: number } {
  const count = (...kinds: StepDiff['change'][]): number =>
    changes.filter(({ id, change }) => id !== '' && kinds.includes(change)).length;
  return { added: count('added'), changed: count('changed', 'moved'), removed: count('removed') };
}
