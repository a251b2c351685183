import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Label, LabelColour } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { ColourSelect } from '../../../ui/ColourSelect.tsx';
import { isEnter } from '../../../ui/enterKey.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { ApiProblem, api } from '../../../wire/http.ts';
import { policyKey } from '../../../wire/policy.ts';
import { labelMessages } from './messages.ts';

/** A label that is not there yet: made for everybody, and put on at once. */
export function NewLabel({ onMade }: { onMade: (name: string) => void }) {
  const t = useMessages(labelMessages);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [colour, setColour] = useState<LabelColour>('teal');
  const make = useMutation({
    mutationFn: (label: Pick<Label, 'name' | 'colour'>) => api.post<Label[]>('/api/labels', label),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: policyKey });
      onMade(name.trim());
      setName('');
    },
    onError: (error) =>
      toast.error(error instanceof ApiProblem && error.status === 409 ? t('taken') : problemText(error)),
  });
  const submit = () => {
    if (name.trim() !== '') make.mutate({ name: name.trim(), colour });
  };
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <TextInput
        flex={1}
        miw="9rem"
        aria-label={t('newName')}
        placeholder={t('newHint')}
        maxLength={50}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!isEnter(event)) return;
          event.preventDefault();
          submit();
        }}
      />
      <ColourSelect width="7.5rem" label={t('colour')} value={colour} onChange={setColour} />
      <Button
        variant="default"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={name.trim() === ''}
        loading={make.isPending}
        onClick={submit}
      >
        {t('add')}
      </Button>
    </Group>
  );
}
