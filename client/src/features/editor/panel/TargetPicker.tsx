import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly, useScript } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';
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
  const script = useScript();
  const readOnly = useReadOnly();
  const untitled = t('untitled');
  const data = useMemo(() => {
    const { steps, numbers } = outlineOf(script);
    return steps.map(({ id, title }) => ({
      value: id,
      label: `${numbers.get(id) ?? ''} ${title === '' ? untitled : title}`,
    }));
  }, [script, untitled]);
  return (
    <Select
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
