import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Role } from '@daihon/shared/access';
import { useMessages } from '../../app/i18n.ts';
import { uiMessages } from '../../ui/messages.ts';
import { problemText } from '../../ui/problemText.ts';
import { ApiProblem } from '../../wire/http.ts';
import { Invitation } from './Invitation.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { accountsMessages } from './messages.ts';
import { useCreateAccount } from './useAccounts.ts';
import type { Invited } from './useAccounts.ts';

export function CreateAccountDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const ui = useMessages(uiMessages);
  const [invited, setInvited] = useState<Invited | null>(null);
  function close(): void {
    setInvited(null);
    onClose();
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      // The link is shown only once: a stray click beside the window must not lose it.
      closeOnClickOutside={invited === null}
      title={<strong>{t(invited === null ? 'create' : 'invitation.title')}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {invited === null ? (
        <CreateForm onCreated={setInvited} onClose={close} />
      ) : (
        <Invitation invited={invited} onDone={close} />
      )}
    </Modal>
  );
}

function CreateForm({ onCreated, onClose }: { onCreated: (invited: Invited) => void; onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const ui = useMessages(uiMessages);
  const create = useCreateAccount();
  const [name, setName] = useState('');
  const [loginId, setLoginId] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [asked, setAsked] = useState(false);
  const nameMissing = name.trim() === '';
  const loginIdWrong = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(loginId.trim());

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (nameMissing || loginIdWrong) return;
    create.mutate(
      { name: name.trim(), loginId: loginId.trim().normalize('NFKC'), role },
      { onSuccess: onCreated },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          autoComplete="off"
          data-autofocus
          maxLength={100}
          value={name}
          error={asked && nameMissing ? t('missing.name') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('loginId')}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={loginId}
          error={loginIdError()}
          onChange={(event) => {
            setLoginId(event.currentTarget.value);
            create.reset();
          }}
        />
        <RoleChoice value={role} onChange={setRole} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function loginIdError(): string | null {
    if (asked && loginIdWrong) return t('missing.loginId');
    if (create.error === null) return null;
    if (create.error instanceof ApiProblem && create.error.code === 'conflict') return t('taken');
    return problemText(create.error);
  }
}
