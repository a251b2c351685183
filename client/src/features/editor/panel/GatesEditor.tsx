import { IconSquareCheck } from '@tabler/icons-react';
import { addGate, moveGate, removeGate, setGate } from '@daihon/shared/script/draft/editItems';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import { newId } from '../session/newId.ts';
import { CommitInput } from './CommitInput.tsx';
import { ItemTools } from './ItemTools.tsx';
import styles from './Panel.module.css';
import { AddButton } from '../ui/AddButton.tsx';
import { Section } from './Section.tsx';
import { sameParts } from './sameParts.ts';
import { SortableItem } from './SortableItem.tsx';
import { useItemOrder } from './useItemOrder.ts';

/** What must be ticked before the agent can go on. */
export const GatesEditor = memo(
  function GatesEditor({ step }: { step: Step }) {
    const t = useMessages(editorMessages);
    const { session, actions } = useEditor();
    const { origin } = session;
    const order = useItemOrder({
      kind: 'gate',
      items: step.gates,
      move: (id, before) => session.edit((doc) => moveGate(doc, step.id, id, before, origin)),
    });
    const add = () => {
      const id = newId();
      session.edit((doc) => addGate(doc, step.id, { id, label: '' }, origin));
      actions.open(step.id, `gate:${id}`);
    };
    return (
      <Section title={t('gates.title')} count={step.gates.length}>
        {step.gates.length === 0 && <p className={styles.hint}>{t('gates.hint')}</p>}
        <ol className={styles.items} aria-label={t('gates.title')} {...order.drag}>
          {step.gates.map(({ id, label }, index) => (
            <SortableItem
              key={id}
              id={id}
              mark={<IconSquareCheck size="1rem" aria-hidden />}
              onMove={(direction) => order.moveBy(index, direction)}
            >
              <div className={styles.row}>
                <CommitInput
                  className={styles.input}
                  value={label}
                  label={t('gates.title')}
                  place={{ stepId: step.id, field: `gate:${id}` }}
                  placeholder={t('gates.labelHint')}
                  onCommit={(text) =>
                    session.edit((doc) => setGate(doc, step.id, id, { label: text }, origin))
                  }
                />
                <ItemTools
                  label={`${t('step.more')}: ${label}`}
                  removeLabel={t('gates.remove')}
                  isFirst={index === 0}
                  isLast={index === order.last}
                  onMove={(direction) => order.moveBy(index, direction)}
                  onRemove={() => session.edit((doc) => removeGate(doc, step.id, id, origin))}
                />
              </div>
            </SortableItem>
          ))}
        </ol>
        <AddButton onClick={add}>{t('gates.add')}</AddButton>
      </Section>
    );
  },
  sameParts('id', 'gates'),
);
