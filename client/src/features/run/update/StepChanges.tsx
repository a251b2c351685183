import type { DiffOp, StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { partKey, scriptWords } from '../../../script/words.ts';
import styles from './StepChanges.module.css';

/** The words of a step that went and came, part by part. */
export function StepChanges({ diff }: { diff: StepDiff }) {
  const t = useMessages(scriptWords);
  return (
    <dl className={styles.changes}>
      {diff.parts
        .filter(({ part }) => part !== 'group' && part !== 'hold')
        .map(({ part, ops }) => (
          <div key={part} className={styles.part}>
            <dt>{t(partKey(part))}</dt>
            <dd>
              {ops.map((op, index) => (
                <Words key={index} op={op} />
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Words({ op: [kind, text] }: { op: DiffOp }) {
  if (kind === '-') return <del>{text}</del>;
  return kind === '+' ? <ins>{text}</ins> : <span>{text}</span>;
}
