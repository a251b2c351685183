import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { PageHost } from '@daihon/shared/settings';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../../../script/keys/commands.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { pagesMessages } from './messages.ts';

const maxHosts = 100;

/** The hosts that embedded pages may come from. */
export function PagesSection({ settings }: SectionProps) {
  const t = useMessages(pagesMessages);
  const { value, change, reset, dirty } = useSectionForm(settings.pages);
  const save = useChangeSettings();
  const [typed, setTyped] = useState('');
  // A whole address is often pasted: its host is what is meant.
  const host = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/.*$/u, '');
  const problem =
    host === ''
      ? null
      : value.includes(host)
        ? t('twice')
        : PageHost.safeParse(host).success
          ? null
          : t('bad');
  const add = () => {
    if (host === '' || problem !== null || value.length >= maxHosts) return;
    change([...value, host]);
    setTyped('');
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      {value.length === 0 && <Text size="sm">{t('empty')}</Text>}
      {value.map((each) => (
        <Group key={each} gap="xs">
          <code>{each}</code>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove', { host: each })}
            onClick={() => change(value.filter((other) => other !== each))}
          >
            <IconTrash size="1rem" aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs" align="start" mt="xs">
        <TextInput
          size="sm"
          aria-label={t('host')}
          placeholder={t('hint')}
          maxLength={300}
          value={typed}
          error={problem}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isIme(event.nativeEvent)) add();
          }}
        />
        <Button size="sm" variant="light" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={add}>
          {t('add')}
        </Button>
      </Group>
      <SectionActions
        dirty={dirty}
        saving={save.isPending}
        onReset={reset}
        onSave={() => save.mutate({ pages: value }, { onSuccess: reset })}
      />
    </>
  );
}
