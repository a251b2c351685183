import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { builtInLabels, builtInOf, isBuiltIn } from '@daihon/shared/labels';
import type { Label } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { ColourTag } from '../../../ui/ColourTag.tsx';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { LabelRow } from './LabelRow.tsx';
import styles from './LabelsSection.module.css';
import { labelsMessages } from './messages.ts';

const maxLabels = 100;

/** The tenant's labels beside the built-in ones: name, colour, and what they mean for export. */
export function LabelsSection({ settings }: SectionProps) {
  const t = useMessages(labelsMessages);
  const { value, change, reset, dirty } = useSectionForm(settings.labels);
  const save = useChangeSettings();
  const problemOf = ({ name }: Label): string | null => {
    const wanted = name.trim();
    if (wanted === '') return null;
    if (isBuiltIn(builtInOf(wanted))) return t('reserved');
    return value.filter((each) => each.name.trim() === wanted).length > 1 ? t('twice') : null;
  };
  const valid = value.every((label) => label.name.trim() !== '' && problemOf(label) === null);
  const set = (index: number, patch: Partial<Label>) =>
    change(value.map((each, at) => (at === index ? { ...each, ...patch } : each)));

  return (
    <>
      <Text size="sm" c="dimmed" mb="md">
        {t('lead')}
      </Text>
      <h3 className={styles.heading}>{t('builtIn')}</h3>
      <ul className={styles.builtIn}>
        {builtInLabels.map((label) => (
          <li key={label.name}>
            <ColourTag colour={label.colour} kind={label.class}>
              {t(`classes.${label.class}`)}
            </ColourTag>
          </li>
        ))}
      </ul>
      <h3 className={styles.heading}>{t('own')}</h3>
      {value.length === 0 && <Text size="sm">{t('empty')}</Text>}
      {value.map((label, index) => (
        <LabelRow
          key={index}
          label={label}
          number={index + 1}
          problem={problemOf(label)}
          onChange={(patch) => set(index, patch)}
          onRemove={() => change(value.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        mt="xs"
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={value.length >= maxLabels}
        onClick={() => change([...value, { name: '', colour: 'teal', class: null }])}
      >
        {t('add')}
      </Button>
      {dirty && settings.labels.length > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('renameHint')}
        </Text>
      )}
      <SectionActions
        dirty={dirty}
        valid={valid}
        saving={save.isPending}
        onReset={reset}
        onSave={() => save.mutate({ labels: value }, { onSuccess: reset })}
      />
    </>
  );
}
