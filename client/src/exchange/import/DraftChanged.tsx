import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DraftStanding } from '@daihon/shared/wire/exchange';
import { translate, useMessages } from '../../app/i18n.ts';
import { importMessages } from './messages.ts';

interface Props {
  standing: DraftStanding;
  busy: boolean;
  onLookAgain: () => void;
  onReplace: () => void;
}

/** The draft is no longer as it was compared with: who changed it, and whether to look again or go on all the same. */
export function DraftChanged({ standing: { changedBy, editors }, busy, onLookAgain, onReplace }: Props) {
  const t = useMessages(importMessages);
  return (
    <Alert color="orange" icon={<IconAlertTriangle size="1.125rem" aria-hidden />} role="alert">
      <Text size="sm" fw={600}>
        {changedBy.length === 0 ? t('changedSince') : t('changedSinceBy', { names: namesOf(changedBy) })}
      </Text>
      <Text size="sm">{t('changedSinceLead')}</Text>
      {editors.length > 0 && <Text size="sm">{t('othersHere', { names: namesOf(editors) })}</Text>}
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={onLookAgain} data-autofocus>
          {t('lookAgain')}
        </Button>
        <Button size="xs" variant="default" loading={busy} onClick={onReplace}>
          {t('replaceAnyway')}
        </Button>
      </Group>
    </Alert>
  );
}

/** People, as a sentence names them. */
export function namesOf(names: readonly string[]): string {
  return names
    .map((name) => translate(importMessages, 'person', { name }))
    .join(translate(importMessages, 'and'));
}
