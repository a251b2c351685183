import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { moveChoice } from '@daihon/shared/script/draft/editItems';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { useDragOrder } from '../ui/useDragOrder.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import styles from './Panel.module.css';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';

/** The ways on from a step, in the order in which an agent sees or the condition tries them. */
export const ChoicesEditor = memo(
  function ChoicesEditor({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { actions, session } = useEditor();
    const readOnly = useReadOnly();
    const drag = useDragOrder({
      kind: 'choice',
      onDrop: (id, targetId, side) => {
        const rest = step.choices.filter((choice) => choice.id !== id);
        const at = rest.findIndex((choice) => choice.id === targetId);
        const before = rest[side === 'before' ? at : at + 1]?.id ?? null;
        session.edit((doc) => moveChoice(doc, step.id, id, before, session.origin));
      },
    });
    if (step.kind === 'end' && step.choices.length === 0) return null;
    return (
      <Section title={t('choices.title')} count={step.choices.length}>
        {step.choices.length === 0 && <p className={styles.hint}>{t('choices.empty')}</p>}
        <ol className={styles.items} aria-label={t('choices.title')} {...drag}>
          {step.choices.map((choice, index) => (
            <ChoiceRow key={choice.id} step={step} choice={choice} index={index} />
          ))}
        </ol>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          disabled={readOnly}
          onClick={() => actions.addChoice(step.id)}
        >
          {t('choices.add')}
        </Button>
      </Section>
    );
  },
  sameParts('id', 'kind', 'choices'),
);
