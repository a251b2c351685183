import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowRight, IconFilterQuestion } from '@tabler/icons-react';
import { setChoice } from '@daihon/shared/script/draft/editItems';
import type { Choice, Step } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { rulesMessages } from '../rules/messages.ts';
import { ConditionField } from '../rules/ConditionField.tsx';
import { useEditor } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import { ItemTools } from './ItemTools.tsx';
import styles from './Panel.module.css';
import { SortableItem } from './SortableItem.tsx';
import { TargetPicker } from './TargetPicker.tsx';

interface ChoiceRowProps {
  step: Step;
  choice: Choice;
  index: number;
  isLast: boolean;
  onMove: (direction: 'up' | 'down') => void;
}

/** The agent's number keys. */
const numberKeys = 9;

/** A way on: what it is called, when it is open, where it leads. In a condition step the condition is what counts. */
export function ChoiceRow({ step, choice, index, isLast, onMove }: ChoiceRowProps) {
  const t = useMessages(editorMessages);
  const tr = useMessages(rulesMessages);
  const { session, view, actions } = useEditor();
  const [asked, setAsked] = useState(false);
  const byCondition = step.kind === 'condition';
  const name = choice.label === '' ? `${index + 1}` : choice.label;
  const set = (patch: Partial<Omit<Choice, 'id'>>) =>
    session.edit((doc) => setChoice(doc, step.id, choice.id, patch, session.origin));
  // Who names a way by keyboard says next where it leads.
  const askTarget = () => {
    if (choice.to === null) view.set({ focusField: { field: `target:${choice.id}`, at: Date.now() } });
  };
  return (
    <SortableItem
      id={choice.id}
      mark={byCondition || index >= numberKeys ? index + 1 : <kbd>{index + 1}</kbd>}
      onMove={onMove}
    >
      <div className={styles.row}>
        <CommitInput
          className={styles.input}
          value={choice.label}
          label={t('choices.label')}
          place={{ stepId: step.id, field: `choice:${choice.id}` }}
          placeholder={t(byCondition ? 'choices.nameHint' : 'choices.labelHint')}
          onCommit={(label) => set({ label })}
          onEnter={askTarget}
        />
        <ConditionToggle
          shown={byCondition || choice.when !== null || asked}
          label={`${t('choices.condition')}: ${name}`}
          onAsk={() => setAsked(true)}
        />
        <ItemTools
          label={`${t('step.more')}: ${name}`}
          removeLabel={t('choices.remove')}
          isFirst={index === 0}
          isLast={isLast}
          onMove={onMove}
          onRemove={() => actions.removeChoice(step.id, choice.id)}
        />
      </div>
      {(byCondition || choice.when !== null || asked) && (
        <ConditionField
          value={choice.when}
          label={t('choices.conditionOf', { label: name })}
          place={{ stepId: step.id, field: `when:${choice.id}` }}
          missing={byCondition ? t('choices.noCondition') : tr('none')}
          isMissingWrong={byCondition}
          removable={!byCondition}
          startsOpen={asked}
          onCommit={(when) => set({ when })}
          onClose={() => setAsked(false)}
        />
      )}
      <ChoiceTarget step={step} choice={choice} name={name} />
    </SortableItem>
  );
}

/**
 * Where a choice leads, with the way there. Without a choice yet, what is picked makes one: the list stays the same
 * element then, so whoever picked by keyboard goes on from where they are.
 */
export function ChoiceTarget({ step, choice, name }: { step: Step; choice: Choice | null; name: string }) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  const to = choice?.to ?? null;
  return (
    <div className={styles.row}>
      <TargetPicker
        to={to}
        label={t('choices.targetOf', { label: name })}
        place={{ stepId: step.id, field: `target:${choice?.id ?? 'default'}` }}
        onPick={(picked) => {
          if (choice !== null) actions.connect(step.id, choice.id, picked);
          else if (picked !== null) actions.connectNew(step.id, picked);
        }}
        onNew={(title) =>
          actions.addConnected(step.id, choice === null ? 'new' : { choiceId: choice.id }, { title })
        }
      />
      <ActionIcon
        size="md"
        aria-label={`${t('choices.open')}: ${name}`}
        disabled={to === null}
        onClick={() => actions.open(to)}
      >
        <IconArrowRight size="1rem" stroke={1.7} />
      </ActionIcon>
    </div>
  );
}

interface ConditionToggleProps {
  shown: boolean;
  label: string;
  onAsk: () => void;
}

function ConditionToggle({ shown, label, onAsk }: ConditionToggleProps) {
  const t = useMessages(editorMessages);
  if (shown) return null;
  return (
    <Tooltip label={t('choices.condition')}>
      <ActionIcon size="md" aria-label={label} onClick={onAsk}>
        <IconFilterQuestion size="1rem" stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
