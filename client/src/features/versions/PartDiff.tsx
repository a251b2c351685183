import type { DiffOp } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import styles from './PartDiff.module.css';
import { sideOf } from './changes.ts';
import { DiffWords } from '../../ui/DiffWords.tsx';
import { foldKept } from '../../script/foldKept.ts';
import { partKey, scriptWords } from '../../script/words.ts';

interface Props {
  stepId: string;
  part: string;
  ops: readonly DiffOp[];
  split: boolean;
}

/** One part of a step: the words that went and the words that came, in one column or two. */
export function PartDiff({ stepId, part, ops, split }: Props) {
  const t = useMessages(scriptWords);
  const shown = foldKept(ops);
  return (
    <div className={styles.part} data-part={part}>
      <dt className={styles.name}>{t(partKey(part, stepId))}</dt>
      <dd className={styles.text} data-split={split || undefined}>
        {split ? (
          <>
            <Words ops={sideOf(shown, '-')} />
            <Words ops={sideOf(shown, '+')} />
          </>
        ) : (
          <Words ops={shown} />
        )}
      </dd>
    </div>
  );
}

function Words({ ops }: { ops: readonly DiffOp[] }) {
  return (
    <div className={styles.words}>
      <DiffWords ops={ops} />
    </div>
  );
}
