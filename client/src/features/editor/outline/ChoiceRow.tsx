import { IconCornerDownRight } from '@tabler/icons-react';
import type { Choice, Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { useSentence } from '../rules/useSentence.ts';
import { useEditor, useScriptPart, useView } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import { focusRowAgain } from './focusRowAgain.ts';
import { outlineMessages } from './messages.ts';
import styles from './Outline.module.css';
import { rowAria } from './rowProps.ts';
import type { RowProps } from './rowProps.ts';

type ChoiceRowProps = RowProps & { step: Step; choice: Choice };

/** «はい → 4 本人確認»: a way to a step, not the step once more. */
export const ChoiceRow = memo(function ChoiceRow(props: ChoiceRowProps) {
  const { step, choice, rowId } = props;
  const t = useMessages(editorMessages);
  const tOutline = useMessages(outlineMessages);
  const { actions, view } = useEditor();
  const renaming = useView((state) => state.renamingId === rowId);
  const sentence = useSentence();
  const label = choice.label || (choice.when === null ? '' : sentence(choice.when));
  const target = useScriptPart((script) =>
    choice.to === null ? t('outline.dangling') : stepLabel(script, choice.to, t('untitled')),
  );
  return (
    <div
      {...rowAria(props)}
      className={styles.choice}
      aria-selected={false}
      data-dangling={choice.to === null || undefined}
      onClick={() => {
        if (choice.to === null) view.set({ picking: { stepId: step.id, choiceId: choice.id } });
        else actions.open(choice.to);
      }}
    >
      <IconCornerDownRight size="0.875rem" stroke={1.6} aria-hidden />
      {renaming ? (
        <CommitInput
          className={styles.rename}
          value={choice.label}
          label={tOutline('relabel')}
          place={{ stepId: step.id, field: `choice:${choice.id}` }}
          autoFocus
          onCommit={(next) => actions.relabel(step.id, choice.id, next)}
          onDone={() => {
            view.set({ renamingId: null });
            focusRowAgain(rowId);
          }}
        />
      ) : (
        <span className={styles.title} data-findable>
          {choice.when !== null && <i aria-hidden>◇ </i>}
          {t('outline.to', {
            label: label || t(isDefault(step, choice) ? 'choices.default' : 'outline.noLabel'),
            step: target,
          })}
        </span>
      )}
    </div>
  );
});

function isDefault(step: Step, choice: Choice): boolean {
  return step.kind === 'condition' && choice.when === null && step.choices.at(-1)?.id === choice.id;
}
