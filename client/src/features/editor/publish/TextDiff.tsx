import type { DiffOp } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { foldKept } from '../../../script/foldKept.ts';
import { scriptWords } from '../../../script/words.ts';
import { DiffWords } from '../../../ui/DiffWords.tsx';
import styles from './Publish.module.css';

/** The words of one part that went and came. */
export function TextDiff({ ops }: { ops: readonly DiffOp[] }) {
  const t = useMessages(scriptWords);
  if (ops.every(([op]) => op === '=')) return <em className={styles.same}>{t('part.format')}</em>;
  return (
    <p className={styles.text}>
      <DiffWords ops={foldKept(ops)} />
    </p>
  );
}
