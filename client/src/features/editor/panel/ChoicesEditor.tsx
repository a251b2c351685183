import { moveChoice } from '@daihon/shared/script/draft/editItems';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DefaultRow } from './DefaultRow.tsx';
import styles from './Panel.module.css';
import { AddButton } from '../ui/AddButton.tsx';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';
import { useItemOrder } from './useItemOrder.ts';

/** The ways on from a step, in the order in which an agent sees or the condition tries them. */
export const ChoicesEditor = memo(
  function ChoicesEditor({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { actions, session } = useEditor();
    const byCondition = step.kind === 'condition';
    const end = step.choices.at(-1);
    const fallback = byCondition && end?.when === null ? end : null;
    const order = useItemOrder({
      kind: 'choice',
      items: step.choices,
      fixedAtEnd: fallback === null ? 0 : 1,
      move: (id, before) => session.edit((doc) => moveChoice(doc, step.id, id, before, session.origin)),
    });
    if (step.kind === 'end' && step.choices.length === 0) return null;
    const rows = fallback === null ? step.choices : step.choices.slice(0, -1);
    const title = t(byCondition ? 'choices.rules' : 'choices.title');
    return (
      <Section title={title} count={step.choices.length}>
        {byCondition && <p className={styles.hint}>{t('choices.rulesHint')}</p>}
        {step.choices.length === 0 && !byCondition && <p className={styles.hint}>{t('choices.empty')}</p>}
        <ol className={styles.items} aria-label={title} {...order.drag}>
          {rows.map((choice, index) => (
            <ChoiceRow
              key={choice.id}
              step={step}
              choice={choice}
              index={index}
              isLast={index === order.last}
              onMove={(direction) => order.moveBy(index, direction)}
            />
          ))}
          {byCondition && <DefaultRow step={step} choice={fallback} />}
        </ol>
        <AddButton onClick={() => actions.addChoice(step.id)}>
          {t(byCondition ? 'choices.addRule' : 'choices.add')}
        </AddButton>
      </Section>
    );
  },
  sameParts('id', 'kind', 'choices'),
);
