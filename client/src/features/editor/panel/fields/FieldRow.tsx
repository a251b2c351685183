import { Checkbox, Select, Tooltip } from '@mantine/core';
import { removeField, setField } from '@daihon/shared/script/draft/editItems';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { fieldTypes, oneOf } from '@daihon/shared/script/kinds';
import type { Field, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../../app/i18n.ts';
import { typeWords } from '../../../../script/fieldTypes.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useReadOnly } from '../../session/context.ts';
import { CommitInput } from '../CommitInput.tsx';
import { ComputedInput } from './ComputedInput.tsx';
import { FieldKey } from './FieldKey.tsx';
import { FieldLimits } from './FieldLimits.tsx';
import { FieldMask } from './FieldMask.tsx';
import { withOptions } from './fieldOptions.ts';
import { ItemTools } from '../ItemTools.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';
import { SortableItem } from '../SortableItem.tsx';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

interface FieldRowProps {
  step: Step;
  field: Field;
  index: number;
  isLast: boolean;
  onMove: (direction: 'up' | 'down') => void;
}

/** Types whose value can be computed: what is read aloud as one text or number. */
const computable: ReadonlySet<Field['type']> = new Set(['text', 'longtext', 'number', 'date', 'time']);

/** Types with something to know about how they take what is typed. */
const hinted = ['longtext', 'tel', 'date', 'time', 'kana', 'postcode', 'checkbox', 'readback'] as const;

export function FieldRow({ step, field, index, isLast, onMove }: FieldRowProps) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const types = useMessages(typeWords);
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const set = (patch: FieldPatch) =>
    session.edit((doc) => setField(doc, step.id, field.id, patch, session.origin));
  const hint = hinted.find((type) => type === field.type);
  return (
    <SortableItem id={field.id} mark={index + 1} onMove={onMove}>
      <div className={styles.row}>
        <CommitInput
          className={styles.input}
          value={field.label}
          label={t('fields.label')}
          place={{ stepId: step.id, field: `field:${field.id}` }}
          placeholder={t('fields.labelHint')}
          onCommit={(label) => set({ label })}
        />
        <ItemTools
          label={`${t('step.more')}: ${field.label || field.key}`}
          removeLabel={t('fields.remove')}
          isFirst={index === 0}
          isLast={isLast}
          onMove={onMove}
          onRemove={() => session.edit((doc) => removeField(doc, step.id, field.id, session.origin))}
        />
      </div>
      <div className={styles.fieldKey}>
        <FieldKey step={step} field={field} />
        <Select
          role="combobox"
          className={styles.short}
          size="xs"
          aria-label={t('fields.type')}
          data={fieldTypes.map((value) => ({ value, label: types(`field.${value}`) }))}
          value={field.type}
          disabled={readOnly}
          onChange={(type) => {
            const next = oneOf(fieldTypes, type);
            if (next !== null) set({ type: next });
          }}
        />
      </div>
      {hint !== undefined && <p className={styles.note}>{tp(`hints.${hint}`)}</p>}
      {withOptions.has(field.type) && (
        <OptionsEditor stepId={step.id} field={field} onSet={(options) => set({ options })} />
      )}
      {field.type === 'number' && <FieldLimits stepId={step.id} field={field} onSet={set} />}
      {computable.has(field.type) && <ComputedInput stepId={step.id} field={field} onSet={set} />}
      <FieldMarks field={field} onSet={set} />
    </SortableItem>
  );
}

function FieldMarks({ field, onSet }: { field: Field; onSet: (patch: FieldPatch) => void }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const readOnly = useReadOnly();
  return (
    <div className={styles.marks}>
      <Checkbox
        size="xs"
        label={t('fields.required')}
        checked={field.required}
        disabled={readOnly || field.computed !== undefined}
        onChange={(event) => onSet({ required: event.currentTarget.checked })}
      />
      <Tooltip label={tp('personalHint')} multiline maw={260} refProp="rootRef">
        <Checkbox
          size="xs"
          label={t('fields.personal')}
          checked={field.personal}
          disabled={readOnly}
          onChange={(event) => onSet({ personal: event.currentTarget.checked })}
        />
      </Tooltip>
      <FieldMask field={field} onSet={onSet} />
      <Tooltip label={tp('outputHint')} multiline maw={260} refProp="rootRef">
        <Checkbox
          size="xs"
          label={tp('output')}
          checked={field.output === true}
          disabled={readOnly}
          onChange={(event) => onSet({ output: event.currentTarget.checked ? true : null })}
        />
      </Tooltip>
    </div>
  );
}
