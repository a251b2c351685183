import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Label, LabelClass } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { ColourSelect } from '../../../ui/ColourSelect.tsx';
import { ColourTag } from '../../../ui/ColourTag.tsx';
import styles from './LabelsSection.module.css';
import { labelsMessages } from './messages.ts';

const classes = ['public', 'internal', 'secret', 'personal'] as const satisfies readonly LabelClass[];

interface Props {
  label: Label;
  number: number;
  problem: string | null;
  onChange: (patch: Partial<Label>) => void;
  onRemove: () => void;
}

export function LabelRow({ label, number, problem, onChange, onRemove }: Props) {
  const t = useMessages(labelsMessages);
  const name = label.name === '' ? String(number) : label.name;
  return (
    <div className={styles.row}>
      <TextInput
        aria-label={t('nameOf', { n: number })}
        placeholder={t('name')}
        maxLength={50}
        value={label.name}
        error={problem}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <ColourSelect
        label={t('colourOf', { name })}
        value={label.colour}
        onChange={(colour) => onChange({ colour })}
      />
      <Select
        aria-label={t('classOf', { name })}
        value={label.class ?? 'none'}
        data={[
          { value: 'none', label: t('classes.none') },
          ...classes.map((value) => ({ value, label: t(`classes.${value}`) })),
        ]}
        onChange={(value) => onChange({ class: classes.find((each) => each === value) ?? null })}
      />
      <span className={styles.preview}>
        {label.name.trim() !== '' && (
          <ColourTag colour={label.colour} kind={label.class}>
            {label.name}
          </ColourTag>
        )}
      </span>
      <ActionIcon aria-label={t('remove', { name })} onClick={onRemove}>
        <IconTrash size="1.1rem" aria-hidden />
      </ActionIcon>
    </div>
  );
}
