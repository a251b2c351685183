import type { DiffOp } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { foldKept } from '../../../script/foldKept.ts';
import { scriptWords } from '../../../script/words.ts';
import styles from './Publish.module.css';

/** The words of one part that went and came. */
export function TextDiff({ ops }: { ops: readonly DiffOp[] }) {
  const t = useMessages(scriptWords);
  if (ops.every(([op]) => op === '=')) return <em className={styles.same}>{t('part.format')}</em>;
  return (
    <p className={styles.text}>
      {foldKept(ops).map(([op, text], index) => {
        if (op === '+') return <ins key={index}>{text}</ins>;
        if (op === '-') return <del key={index}>{text}</del>;
        return <span key={index}>{text}</span>;
      })}
    </p>
  );
}
