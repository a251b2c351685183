import {
  addInterrupt,
  moveInterrupt,
  removeInterrupt,
  setInterrupt,
} from '@daihon/shared/script/draft/editScript';
import type { Interrupt } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript } from '../session/context.ts';
import { newId } from '../session/newId.ts';
import { CommitInput } from './CommitInput.tsx';
import { ItemTools } from './ItemTools.tsx';
import styles from './Panel.module.css';
import { AddButton } from '../ui/AddButton.tsx';
import { PanelHead } from './PanelHead.tsx';
import { SortableItem } from './SortableItem.tsx';
import { useItemOrder } from './useItemOrder.ts';
import { TargetPicker } from './TargetPicker.tsx';

/** Side topics that can be called from every step. */
export function InterruptsPanel() {
  const t = useMessages(editorMessages);
  const { session, view } = useEditor();
  const { interrupts } = useScript();
  const { origin } = session;
  const set = (id: string, patch: Partial<Omit<Interrupt, 'id'>>) =>
    session.edit((doc) => setInterrupt(doc, id, patch, origin));
  const order = useItemOrder({
    kind: 'interrupt',
    items: interrupts,
    move: (id, before) => session.edit((doc) => moveInterrupt(doc, id, before, origin)),
  });
  const wish = (field: string) => view.set({ focusField: { field, at: Date.now() } });
  const add = () => {
    const id = newId();
    session.edit((doc) => addInterrupt(doc, { id, label: '', to: null }, origin));
    wish(`interrupt:${id}`);
  };
  return (
    <>
      <PanelHead
        title={t('interrupts.title')}
        hint={interrupts.length === 0 ? t('interrupts.empty') : t('interrupts.hint')}
      />
      <ol className={styles.items} aria-label={t('interrupts.title')} {...order.drag}>
        {interrupts.map(({ id, label, to }, index) => (
          <SortableItem
            key={id}
            id={id}
            mark={index + 1}
            onMove={(direction) => order.moveBy(index, direction)}
          >
            <div className={styles.row}>
              <CommitInput
                className={styles.input}
                value={label}
                label={t('interrupts.label')}
                place={{ stepId: null, field: `interrupt:${id}` }}
                placeholder={t('interrupts.labelHint')}
                onCommit={(text) => set(id, { label: text })}
                onEnter={() => {
                  if (to === null) wish(targetField(id));
                }}
              />
              <ItemTools
                label={`${t('step.more')}: ${label}`}
                removeLabel={t('interrupts.remove')}
                isFirst={index === 0}
                isLast={index === order.last}
                onMove={(direction) => order.moveBy(index, direction)}
                onRemove={() => session.edit((doc) => removeInterrupt(doc, id, origin))}
              />
            </div>
            <InterruptTarget id={id} label={label} to={to} onPick={(next) => set(id, { to: next })} />
          </SortableItem>
        ))}
      </ol>
      <AddButton onClick={add}>{t('interrupts.add')}</AddButton>
    </>
  );
}

const targetField = (id: string) => `interrupt:${id}:target`;

interface InterruptTargetProps {
  id: string;
  label: string;
  to: string | null;
  onPick: (to: string | null) => void;
}

function InterruptTarget({ id, label, to, onPick }: InterruptTargetProps) {
  const t = useMessages(editorMessages);
  const { actions } = useEditor();
  return (
    <TargetPicker
      to={to}
      label={t('choices.targetOf', { label })}
      place={{ stepId: null, field: targetField(id) }}
      onPick={onPick}
      onNew={(title) => onPick(actions.add('talk', undefined, title))}
    />
  );
}
