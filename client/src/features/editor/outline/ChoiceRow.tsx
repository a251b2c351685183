import { IconCornerDownRight } from '@tabler/icons-react';
import type { Choice, Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useSentence } from '../rules/useSentence.ts';
import { useEditor, useScript } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import styles from './Outline.module.css';

interface ChoiceRowProps {
  rowId: string;
  step: Step;
  choice: Choice;
  isTabStop: boolean;
}

/** «はい → 4 本人確認»: a way to a step, not the step once more. */
export const ChoiceRow = memo(function ChoiceRow({ rowId, step, choice, isTabStop }: ChoiceRowProps) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const script = useScript();
  const sentence = useSentence();
  const label = choice.label || (choice.when === null ? '' : sentence(choice.when));
  const target = choice.to === null ? t('outline.dangling') : stepLabel(script, choice.to, t('untitled'));
  return (
    <div
      className={styles.choice}
      role="treeitem"
      aria-level={3}
      aria-selected={false}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowId}
      data-dangling={choice.to === null || undefined}
      onClick={() => actions.open(choice.to ?? step.id)}
    >
      <IconCornerDownRight size="0.875rem" stroke={1.6} aria-hidden />
      <span className={styles.title}>
        {t('outline.to', {
          label: label || t(isDefault(step, choice) ? 'choices.default' : 'outline.noLabel'),
          step: target,
        })}
      </span>
    </div>
  );
});

function isDefault(step: Step, choice: Choice): boolean {
  return step.kind === 'condition' && choice.when === null && step.choices.at(-1)?.id === choice.id;
}
