import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { OutcomeCode } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { outcomesMessages } from './messages.ts';
import styles from './OutcomesSection.module.css';

const maxCodes = 200;

export function OutcomesSection({ settings }: SectionProps) {
  const t = useMessages(outcomesMessages);
  const { value, change, reset, dirty } = useSectionForm(settings.outcomes);
  const save = useChangeSettings();
  const twice = (code: string) => value.filter((each) => each.code.trim() === code.trim()).length > 1;
  const valid = value.every(({ code }) => code.trim() !== '' && !twice(code));
  const set = (index: number, patch: Partial<OutcomeCode>) =>
    change(value.map((each, at) => (at === index ? { ...each, ...patch } : each)));

  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      {value.length === 0 && <Text size="sm">{t('empty')}</Text>}
      {value.map(({ code, label }, index) => (
        <div className={styles.row} key={index}>
          <TextInput
            aria-label={t('codeOf', { n: index + 1 })}
            placeholder={t('code')}
            maxLength={100}
            value={code}
            error={code !== '' && twice(code) ? t('twice') : null}
            onChange={(event) => set(index, { code: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('labelOf', { n: index + 1 })}
            placeholder={t('label')}
            maxLength={100}
            value={label}
            onChange={(event) => set(index, { label: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('remove', { code: code === '' ? String(index + 1) : code })}
            onClick={() => change(value.filter((_, at) => at !== index))}
          >
            <IconTrash size="1.1rem" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        mt="xs"
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={value.length >= maxCodes}
        onClick={() => change([...value, { code: '', label: '' }])}
      >
        {t('add')}
      </Button>
      <SectionActions
        dirty={dirty}
        valid={valid}
        saving={save.isPending}
        onReset={reset}
        onSave={() => save.mutate({ outcomes: value }, { onSuccess: reset })}
      />
    </>
  );
}
