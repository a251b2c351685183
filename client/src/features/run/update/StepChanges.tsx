import type { DiffOp, StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { runMessages } from '../messages.ts';
import styles from './StepChanges.module.css';

const named = [
  'title',
  'kind',
  'say',
  'do',
  'caution',
  'choices',
  'fields',
  'gates',
  'mustRead',
  'jump',
  'outcome',
  'format',
] as const;

/** The words of a step that went and came, part by part. */
export function StepChanges({ diff }: { diff: StepDiff }) {
  const t = useMessages(runMessages);
  return (
    <dl className={styles.changes}>
      {diff.parts
        .filter(({ part }) => part !== 'group' && part !== 'hold')
        .map(({ part, ops }) => (
          <div key={part} className={styles.part}>
            <dt>{t(`news.part.${named.find((name) => name === part) ?? 'other'}`)}</dt>
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
