import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMessages } from '../../app/i18n.ts';
import { accountsMessages } from './messages.ts';
import type { Invited } from './useAccounts.ts';

export function Invitation({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const t = useMessages(accountsMessages);
  return (
    <>
      <Text size="sm">{t('invitation.body', { name: invited.name })}</Text>
      <Group align="flex-end" gap="xs" mt="md" wrap="nowrap">
        <TextInput
          label={t('invitation.link')}
          value={invited.invitationUrl}
          readOnly
          flex={1}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={invited.invitationUrl}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={
                copied ? <IconCheck size="1rem" aria-hidden /> : <IconCopy size="1rem" aria-hidden />
              }
              onClick={copy}
            >
              {t(copied ? 'invitation.copied' : 'invitation.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{t('invitation.done')}</Button>
      </Group>
    </>
  );
}
