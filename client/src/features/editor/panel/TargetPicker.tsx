import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly, useScriptPart } from '../session/context.ts';
import { stepOptionsOf } from '../session/outline.ts';
import styles from './Panel.module.css';

interface TargetPickerProps {
  to: string | null;
  label: string;
  onPick: (to: string | null) => void;
  onNew: () => void;
}

const newStep = '+new';

/** Where a choice leads: any step, a new one, or nowhere yet. */
export function TargetPicker({ to, label, onPick, onNew }: TargetPickerProps) {
  const t = useMessages(editorMessages);
  const steps = useScriptPart(stepOptionsOf);
  const readOnly = useReadOnly();
  const untitled = t('untitled');
  const data = useMemo(
    () =>
      steps.map(({ id, number, title }) => ({
        value: id,
        label: `${number} ${title === '' ? untitled : title}`,
      })),
    [steps, untitled],
  );
  return (
    <Select
      role="combobox"
      className={styles.target}
      size="xs"
      aria-label={label}
      placeholder={t('choices.noTarget')}
      data={[{ value: newStep, label: t('choices.newStep') }, ...data]}
      value={to}
      error={to === null}
      searchable
      clearable
      maxDropdownHeight={320}
      disabled={readOnly}
      onChange={(value) => {
        if (value === newStep) onNew();
        else onPick(value);
      }}
    />
  );
}
