import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { TimelinePoint } from '@daihon/shared/wire/points';
import { useMessages } from '../../../app/i18n.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { ApiProblem, api } from '../../../wire/http.ts';
import { useReturnFocus } from '../keys/useReturnFocus.ts';
import { useEditor, useUnsavedCount, useView } from '../session/context.ts';
import { pointMessages } from './messages.ts';

/** Ctrl+S: everything is stored already, so what it asks for is a name to come back to. */
export function PointDialog() {
  const t = useMessages(pointMessages);
  const ui = useMessages(uiMessages);
  const { view } = useEditor();
  const opened = useView((state) => state.dialog === 'point');
  return (
    <Modal
      opened={opened}
      onClose={() => view.set({ dialog: null })}
      title={<strong>{t('open')}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <NameForm />
    </Modal>
  );
}

function NameForm() {
  const t = useMessages(pointMessages);
  const ui = useMessages(uiMessages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { session, view } = useEditor();
  const { scriptId } = session;
  const [name, setName] = useState('');
  const waiting = useUnsavedCount();
  useReturnFocus();
  const close = () => view.set({ dialog: null });
  const save = useMutation({
    mutationFn: () => api.post<TimelinePoint>(`/api/scripts/${scriptId}/points`, { name: name.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['timeline', scriptId] });
      const show = () => void navigate(`/scripts/${scriptId}/timeline`);
      toast.success(t('done', { name: name.trim() }), { label: t('show'), run: show });
      close();
    },
    onError: (error) => {
      const full = error instanceof ApiProblem && error.members.reason === 'full';
      toast.error(full ? t('full') : problemText(error));
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && waiting === 0) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm" mb="sm">
        {t('lead')}
      </Text>
      <TextInput
        label={t('name')}
        placeholder={t('example')}
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {waiting > 0 && (
        <Text size="sm" mt="xs" role="status">
          {t('waiting', { count: waiting })}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={close}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || waiting > 0}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
