import { addField, moveField } from '@daihon/shared/script/draft/editItems';
import type { Script, Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useScript } from '../../session/context.ts';
import { newId } from '../../session/newId.ts';
import { FieldRow } from './FieldRow.tsx';
import styles from '../Panel.module.css';
import { AddButton } from '../../ui/AddButton.tsx';
import { Section } from '../Section.tsx';
import { sameParts } from '../sameParts.ts';
import { useItemOrder } from '../useItemOrder.ts';

/** What the agent fills in at this step. */
export const FieldsEditor = memo(
  function FieldsEditor({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { session, actions } = useEditor();
    const script = useScript();
    const order = useItemOrder({
      kind: 'field',
      items: step.fields,
      move: (id, before) => session.edit((doc) => moveField(doc, step.id, id, before, session.origin)),
    });
    const add = () => {
      const id = newId();
      session.edit((doc) =>
        addField(
          doc,
          step.id,
          { id, key: freeKey(script), label: '', type: 'text', required: false, personal: false },
          session.origin,
        ),
      );
      actions.open(step.id, `field:${id}`);
    };
    return (
      <Section title={t('fields.title')} count={step.fields.length}>
        <ol className={styles.items} aria-label={t('fields.title')} {...order.drag}>
          {step.fields.map((field, index) => (
            <FieldRow
              key={field.id}
              step={step}
              field={field}
              index={index}
              isLast={index === order.last}
              onMove={(direction) => order.moveBy(index, direction)}
            />
          ))}
        </ol>
        <AddButton onClick={add}>{t('fields.add')}</AddButton>
      </Section>
    );
  },
  sameParts('id', 'fields'),
);

function freeKey({ steps }: Script): string {
  const taken = new Set(steps.flatMap(({ fields }) => fields.map(({ key }) => key)));
  let number = taken.size + 1;
  while (taken.has(`field_${number}`)) number += 1;
  return `field_${number}`;
}
