import { Checkbox, Select } from '@mantine/core';
import { moveField, removeField, setField } from '@daihon/shared/script/draft/editItems';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { FieldType } from '@daihon/shared/script/schema';
import type { Field, Step } from '@daihon/shared/script/schema';
import { useMessages } from '../../../app/i18n.ts';
import { typeWords } from '../../../script/fieldTypes.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import { ComputedInput } from './ComputedInput.tsx';
import { FieldLimits } from './FieldLimits.tsx';
import { withOptions } from './fieldOptions.ts';
import { ItemTools, beforeAfterMove } from './ItemTools.tsx';
import { KeyInput } from './KeyInput.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';
import { keyProblem } from './keyProblem.ts';
import styles from './Panel.module.css';

interface FieldRowProps {
  step: Step;
  field: Field;
  index: number;
}

/** Types whose value can be computed: what is read aloud as one text or number. */
const computable: ReadonlySet<FieldType> = new Set(['text', 'longtext', 'number', 'date', 'time']);

export function FieldRow({ step, field, index }: FieldRowProps) {
  const t = useMessages(editorMessages);
  const types = useMessages(typeWords);
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const set = (patch: FieldPatch) =>
    session.edit((doc) => setField(doc, step.id, field.id, patch, session.origin));
  const place = (part: string) => ({ stepId: step.id, field: `${part}:${field.id}` });
  return (
    <li className={styles.item}>
      <div className={styles.itemBody}>
        <div className={styles.row}>
          <CommitInput
            className={styles.input}
            value={field.label}
            label={t('fields.label')}
            place={place('field')}
            placeholder={t('fields.labelHint')}
            onCommit={(label) => set({ label })}
          />
          <ItemTools
            label={`${t('step.more')}: ${field.label || field.key}`}
            removeLabel={t('fields.remove')}
            isFirst={index === 0}
            isLast={index === step.fields.length - 1}
            onMove={(direction) =>
              session.edit((doc) =>
                moveField(
                  doc,
                  step.id,
                  field.id,
                  beforeAfterMove(step.fields, index, direction),
                  session.origin,
                ),
              )
            }
            onRemove={() => session.edit((doc) => removeField(doc, step.id, field.id, session.origin))}
          />
        </div>
        <div className={styles.row}>
          <KeyInput
            value={field.key}
            label={t('fields.key')}
            place={place('key')}
            placeholder={t('fields.keyHint')}
            problem={(key) => {
              const problem = keyProblem(key);
              return problem === null ? null : t(`fields.${problem}`, { key });
            }}
            onCommit={(key) => set({ key })}
          />
          <Select
            role="combobox"
            className={styles.short}
            size="xs"
            aria-label={t('fields.type')}
            data={FieldType.options.map((value) => ({ value, label: types(`field.${value}`) }))}
            value={field.type}
            disabled={readOnly}
            onChange={(type) => {
              const next = FieldType.safeParse(type);
              if (next.success) set({ type: next.data });
            }}
          />
        </div>
        {withOptions.has(field.type) && (
          <OptionsEditor stepId={step.id} field={field} onSet={(options) => set({ options })} />
        )}
        {field.type === 'number' && <FieldLimits stepId={step.id} field={field} onSet={set} />}
        {computable.has(field.type) && <ComputedInput stepId={step.id} field={field} onSet={set} />}
        <div className={styles.row}>
          <Checkbox
            size="xs"
            label={t('fields.required')}
            checked={field.required}
            disabled={readOnly}
            onChange={(event) => set({ required: event.currentTarget.checked })}
          />
          <Checkbox
            size="xs"
            label={t('fields.personal')}
            checked={field.personal}
            disabled={readOnly}
            onChange={(event) => set({ personal: event.currentTarget.checked })}
          />
        </div>
      </div>
    </li>
  );
}
