import type { Choice, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { ChoiceTarget } from './ChoiceRow.tsx';
import styles from './Panel.module.css';
import { TargetPicker } from './TargetPicker.tsx';

/** Where a condition step leads when no rule holds: always the last row, also while there is no such choice yet. */
export function DefaultRow({ step, choice }: { step: Step; choice: Choice | null }) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const name = t('choices.default');
  return (
    <li className={styles.item} data-default>
      <div className={styles.itemBody}>
        <strong className={styles.defaultName}>
          {name}
          {choice !== null && choice.label !== '' && <span>{choice.label}</span>}
        </strong>
        {choice === null ? (
          <TargetPicker
            to={null}
            label={t('choices.targetOf', { label: name })}
            place={{ stepId: step.id, field: 'target:default' }}
            onPick={(to) => {
              if (to !== null) actions.connectNew(step.id, to);
            }}
            onNew={(title) => actions.addConnected(step.id, 'new', { title })}
          />
        ) : (
          <ChoiceTarget step={step} choice={choice} name={name} />
        )}
        <p className={styles.hint}>{t('choices.defaultHint')}</p>
      </div>
    </li>
  );
}
