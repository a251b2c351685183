import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { createMessages } from './messages.ts';
import { useCopy, useCopyable } from './useCreate.ts';

interface Props {
  onDone: (script: ScriptSummary) => void;
  onClose: () => void;
}

/** A new script that begins as another one stands. */
export function CopyPane({ onDone, onClose }: Props) {
  const t = useMessages(createMessages);
  const ui = useMessages(uiMessages);
  const copy = useCopy();
  const scripts = useCopyable().data ?? [];
  const [id, setId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);

  function pick(next: string | null): void {
    const titleOf = (wanted: string | null) => scripts.find((script) => script.id === wanted)?.title;
    if (title === '' || title === t('copyOf', { title: titleOf(id) ?? '' })) {
      setTitle(t('copyOf', { title: titleOf(next) ?? '' }).slice(0, 200));
    }
    setId(next);
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (id === null || title.trim() === '') return;
    copy.mutate(
      { id, title: title.trim() },
      { onSuccess: onDone, onError: (error) => toast.error(problemText(error)) },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Select
          label={t('source')}
          description={t('sourceHint')}
          searchable
          nothingFoundMessage={t('sourceNone')}
          data={scripts.map((script) => ({ value: script.id, label: script.title }))}
          value={id}
          error={asked && id === null ? t('sourceMissing') : null}
          onChange={pick}
        />
        <TextInput
          label={t('name')}
          maxLength={200}
          value={title}
          error={asked && title.trim() === '' ? t('nameMissing') : null}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={copy.isPending}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
