import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowRight, IconFilterQuestion, IconGripVertical } from '@tabler/icons-react';
import { moveChoice, removeChoice, setChoice } from '@daihon/shared/script/draft/editItems';
import type { Choice, Step } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import { ConditionInput } from './ConditionInput.tsx';
import { ItemTools, beforeAfterMove } from './ItemTools.tsx';
import styles from './Panel.module.css';
import { TargetPicker } from './TargetPicker.tsx';

interface ChoiceRowProps {
  step: Step;
  choice: Choice;
  index: number;
}

export function ChoiceRow({ step, choice, index }: ChoiceRowProps) {
  const t = useMessages(editorMessages);
  const { session, actions } = useEditor();
  const readOnly = useReadOnly();
  const [asked, setAsked] = useState(false);
  const byCondition = step.kind === 'condition';
  const isDefault = byCondition && index === step.choices.length - 1 && choice.when === null;
  const name = choice.label === '' ? `${index + 1}` : choice.label;
  const set = (patch: Partial<Omit<Choice, 'id'>>) =>
    session.edit((doc) => setChoice(doc, step.id, choice.id, patch, session.origin));
  const move = (direction: 'up' | 'down') => {
    const before = beforeAfterMove(step.choices, index, direction);
    session.edit((doc) => moveChoice(doc, step.id, choice.id, before, session.origin));
  };
  return (
    <li className={styles.item} data-drag={choice.id}>
      <span
        className={styles.dragHandle}
        title={readOnly ? undefined : t('choices.drag')}
        draggable={!readOnly}
        aria-hidden
      >
        {index + 1}
        {!readOnly && <IconGripVertical size="0.875rem" stroke={1.6} />}
      </span>
      <div className={styles.itemBody}>
        <div className={styles.row}>
          <CommitInput
            className={styles.input}
            value={choice.label}
            label={t('choices.label')}
            place={{ stepId: step.id, field: `choice:${choice.id}` }}
            placeholder={isDefault ? t('choices.default') : t('choices.labelHint')}
            onCommit={(label) => set({ label })}
          />
          <ConditionToggle
            shown={byCondition || choice.when !== null || asked}
            onAsk={() => setAsked(true)}
          />
          <ItemTools
            label={`${t('step.more')}: ${name}`}
            removeLabel={t('choices.remove')}
            isFirst={index === 0}
            isLast={index === step.choices.length - 1}
            onMove={move}
            onRemove={() => session.edit((doc) => removeChoice(doc, step.id, choice.id, session.origin))}
          />
        </div>
        <div className={styles.row}>
          <TargetPicker
            to={choice.to}
            label={t('choices.targetOf', { label: name })}
            onPick={(to) => actions.connect(step.id, choice.id, to)}
            onNew={() => actions.addConnected(step.id, { choiceId: choice.id })}
          />
          <ActionIcon
            size="md"
            aria-label={t('choices.open')}
            disabled={choice.to === null}
            onClick={() => actions.open(choice.to)}
          >
            <IconArrowRight size="1rem" stroke={1.7} />
          </ActionIcon>
        </div>
        {(byCondition || choice.when !== null || asked) && (
          <ConditionInput
            value={choice.when}
            label={t('choices.conditionOf', { label: name })}
            place={{ stepId: step.id, field: `when:${choice.id}` }}
            placeholder={isDefault ? t('choices.default') : t('choices.conditionHint')}
            onCommit={(when) => set({ when })}
          />
        )}
      </div>
    </li>
  );
}

function ConditionToggle({ shown, onAsk }: { shown: boolean; onAsk: () => void }) {
  const t = useMessages(editorMessages);
  if (shown) return null;
  return (
    <Tooltip label={t('choices.condition')}>
      <ActionIcon size="md" aria-label={t('choices.condition')} onClick={onAsk}>
        <IconFilterQuestion size="1rem" stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
