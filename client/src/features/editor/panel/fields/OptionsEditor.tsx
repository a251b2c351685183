import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Field } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useReadOnly } from '../../session/context.ts';
import { CommitInput } from '../CommitInput.tsx';
import { parseOptions, withLabel, withValue } from './fieldOptions.ts';
import type { Options } from './fieldOptions.ts';
import styles from '../Panel.module.css';
import { AddButton } from '../../ui/AddButton.tsx';

interface OptionsEditorProps {
  stepId: string;
  field: Field;
  onSet: (options: Options) => void;
}

/** What can be chosen: the words shown, and the value that conditions compare and the log keeps. */
export function OptionsEditor({ stepId, field, onSet }: OptionsEditorProps) {
  const t = useMessages(editorMessages);
  const readOnly = useReadOnly();
  const { view } = useEditor();
  const options = field.options ?? [];
  const repeated = options.map(({ value }) => value).find((value, at, all) => all.indexOf(value) < at);
  // A value is filled in from its label until the row is left, so an empty one is only ever a new row's.
  const [fresh, setFresh] = useState(false);
  const rows = fresh ? [...options, { value: '', label: '' }] : options;
  const place = (part: string, index: number) => ({ stepId, field: `${part}:${field.id}:${index}` });
  const add = () => {
    setFresh(true);
    view.set({ focusField: { field: place('option', options.length).field, at: Date.now() } });
  };
  const commitLabel = (index: number, text: string) => {
    setFresh(false);
    const lines = index === options.length ? parseOptions(text) : null;
    if (lines !== null) onSet([...options, ...lines]);
    else if (text.trim() !== '') onSet(withLabel(options, index, text.trim()));
  };
  return (
    <div className={styles.options} role="group" aria-label={t('fields.options')}>
      {rows.map((option, index) => (
        <div key={index} className={styles.row}>
          <CommitInput
            className={styles.input}
            value={option.label}
            label={t('fields.optionLabel', { number: index + 1 })}
            place={place('option', index)}
            placeholder={t('fields.optionHint')}
            onCommit={(text) => commitLabel(index, text)}
            onDone={() => setFresh(false)}
          />
          <CommitInput
            className={styles.code}
            value={option.value}
            label={t('fields.optionValue', { number: index + 1 })}
            place={place('value', index)}
            placeholder={t('fields.optionValueHint')}
            invalid={option.value !== '' && option.value === repeated}
            onCommit={(text) => onSet(withValue(options, index, text.trim()))}
          />
          <ActionIcon
            size="md"
            aria-label={t('fields.optionRemove', { number: index + 1 })}
            disabled={readOnly}
            onClick={() => {
              setFresh(false);
              onSet(options.filter((_, at) => at !== index));
            }}
          >
            <IconX size="1rem" stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      {repeated !== undefined && (
        <span className={styles.error} role="alert">
          {t('fields.optionRepeated', { value: repeated })}
        </span>
      )}
      {options.length === 0 && !fresh && <span className={styles.error}>{t('fields.noOptions')}</span>}
      <AddButton inner onClick={add}>
        {t('fields.optionAdd')}
      </AddButton>
    </div>
  );
}
