import type { Choice, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { ChoiceTarget } from './ChoiceRow.tsx';
import styles from './Panel.module.css';

/** Where a condition step leads when no rule holds: always the last row, also while there is no such choice yet. */
export function DefaultRow({ step, choice }: { step: Step; choice: Choice | null }) {
  const t = useMessages(editorMessages);
  const name = t('choices.default');
  return (
    <li className={styles.item} data-default>
      <div className={styles.itemBody}>
        <strong className={styles.defaultName}>
          {name}
          {choice !== null && choice.label !== '' && <span>{choice.label}</span>}
        </strong>
        <ChoiceTarget step={step} choice={choice} name={name} />
        <p className={styles.hint}>{t('choices.defaultHint')}</p>
      </div>
    </li>
  );
}
